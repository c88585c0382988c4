import type { PersonaWeek } from '@coliseum/domain/persona';
import type { PersonaView } from '../views/persona-view.ts';

/** The week's persona as shown to spectators, without its prompt. */
export function buildPersona({ weekNumber, startDate, endDate, personaName, config }: PersonaWeek): PersonaView {
  return {
    week_number: weekNumber,
    start_date: startDate,
    end_date: endDate,
    name: personaName,
    description: config.description,
    risk_tolerance: config.risk_tolerance,
    confidence_threshold: config.confidence_threshold,
    max_bet_percentage: config.max_bet_percentage,
    evaluation_criteria: config.evaluation_criteria,
  };
}
