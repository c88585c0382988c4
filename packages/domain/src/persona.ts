import { z } from 'zod';
import { EVENT_CAP_PERCENT } from './arena-rules.ts';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

/** A persona file of `personas/`, in the PRD's format. */
export const PersonaConfig = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  version: z.string().min(1),
  risk_tolerance: z.enum(['low', 'medium', 'high']),
  /** Percent, 0 to 100: asked of the model, which should bet only when more confident than this. Nothing enforces it. */
  confidence_threshold: z.number().min(0).max(100),
  /** The most an agent may stake on one event, in percent of its bankroll. */
  max_bet_percentage: z.number().positive().max(EVENT_CAP_PERCENT),
  decision_framework: z.string().min(1),
  evaluation_criteria: z.array(z.string().min(1)).min(1),
  prompt_template: z.string().min(1),
});
export type PersonaConfig = z.infer<typeof PersonaConfig>;

/** The persona all agents played in one week. Unique by week number. */
export const PersonaWeek = z.object({
  id: Id,
  weekNumber: z.int().positive(),
  startDate: MatchDate,
  endDate: MatchDate,
  personaName: z.string(),
  /** Path of the file it came from, from the repository's root. */
  configFile: z.string(),
  description: z.string(),
  /** What the file said that week, so that later edits do not rewrite the past. */
  config: PersonaConfig,
  active: z.boolean(),
  createdAt: z.date(),
});
export type PersonaWeek = z.infer<typeof PersonaWeek>;
