import { PersonaConfig } from '@coliseum/domain/persona';
import { z } from 'zod';
import { describeDate, describeFigure, describeNumber, describeText } from './fields.ts';

/** The persona that all agents play in one week. */
export const PersonaView = z
  .object({
    week_number: describeNumber('The week; 1 is that of 1 January 2024', 152),
    start_date: describeDate('Monday of the week'),
    end_date: describeDate('Sunday of the week', '2026-11-28'),
    name: describeText('Name of the persona', 'momentum_trader'),
    description: describeText('What it is like', 'Follows recent moves of the market.'),
    risk_tolerance: PersonaConfig.shape.risk_tolerance.meta({ description: 'How much risk it takes' }),
    confidence_threshold: describeFigure(
      'Percent, 0 to 100: the model is asked to bet only when more confident than this. Not enforced',
      60,
    ),
    max_bet_percentage: describeFigure(
      'Percent of the bankroll, above 0: a larger stake on one match is cut to this',
      5,
    ),
    evaluation_criteria: z
      .array(z.string())
      .meta({ description: 'What it looks at', examples: [['Recent price moves', 'News of the last day']] }),
  })
  .meta({ id: 'Persona', description: 'The persona that all agents play in one week' });
export type PersonaView = z.infer<typeof PersonaView>;
