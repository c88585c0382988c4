import { PersonaConfig } from '@coliseum/domain/persona';
import { z } from 'zod';
import { DateField } from './fields.ts';

/** The persona that all agents play this week. */
export const PersonaView = z
  .object({
    week_number: z.int().positive(),
    start_date: DateField,
    end_date: DateField,
    name: z.string(),
    description: z.string(),
    risk_tolerance: PersonaConfig.shape.risk_tolerance,
    /** Percent: the model is asked to bet only when more confident than this. Not enforced. */
    confidence_threshold: z.number(),
    /** Percent of the bankroll: a larger stake on one match is cut to this. */
    max_bet_percentage: z.number(),
    evaluation_criteria: z.array(z.string()),
  })
  .meta({ id: 'Persona' });
export type PersonaView = z.infer<typeof PersonaView>;
