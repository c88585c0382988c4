import { z } from 'zod';
import { MatchDate } from './match-date.ts';

/** A simulated season's arguments and progress, so that a season that was stopped goes on as the same one. */
export const Season = z.object({
  /** Built from the arguments it was started with; unique. */
  key: z.string().min(1),
  seed: z.string(),
  days: z.int().positive(),
  startDate: MatchDate,
  /** Name of the recorded-markets file; null for generated markets. */
  marketsFile: z.string().nullable(),
  status: z.enum(['running', 'finished']),
  createdAt: z.date(),
});
export type Season = z.infer<typeof Season>;
