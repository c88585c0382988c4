import { PersonaConfig, type PersonaWeek } from '@coliseum/domain/persona';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { toDouble, toObjectId } from './values.ts';

export function toPersonaWeekDocument(week: PersonaWeek): StoredDocument<'PersonaWeek'> {
  return {
    _id: toObjectId(week.id),
    week_number: week.weekNumber,
    start_date: week.startDate,
    end_date: week.endDate,
    persona_name: week.personaName,
    config_file: week.configFile,
    description: week.description,
    config: toConfig(week.config),
    active: week.active,
    created_at: week.createdAt,
  };
}

export function fromPersonaWeekRow(row: StoredRow<'PersonaWeek'>): PersonaWeek {
  return {
    id: row._id,
    weekNumber: row.week_number,
    startDate: row.start_date,
    endDate: row.end_date,
    personaName: row.persona_name,
    configFile: row.config_file,
    description: row.description,
    config: PersonaConfig.parse(row.config),
    active: row.active,
    createdAt: row.created_at,
  };
}

// The file's own format is snake_case already, so only the numbers change.
function toConfig(config: PersonaConfig): StoredValueObject<'PersonaConfig'> {
  return {
    ...config,
    confidence_threshold: toDouble(config.confidence_threshold),
    max_bet_percentage: toDouble(config.max_bet_percentage),
  };
}
