import { z } from 'zod';
import { EVENT_CAP_PERCENT } from './arena-rules.ts';
import { FeeRule } from './fee-rule.ts';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

export const BatchStatus = z.enum(['pending', 'processing', 'completed', 'failed']);
export type BatchStatus = z.infer<typeof BatchStatus>;

/** A match day: up to five events, visible only once committed. Unique by date. */
export const DailyBatch = z.object({
  id: Id,
  date: MatchDate,
  triggerTime: z.date(),
  /** When the prices were locked. */
  lockedAt: z.date(),
  status: BatchStatus,
  eventIds: z.array(Id),
  weekNumber: z.int().positive(),
  personaName: z.string(),
  feeRule: FeeRule,
  /** The persona's cap that the day's stakes were held to, in percent of the bankroll; null for a day of a version without it. */
  personaCapPercent: z.number().positive().max(EVENT_CAP_PERCENT).nullable(),
  /** The cost of the day's paid calls as of the commit, failed and repeated ones included. `paid_calls` has the cost itself. */
  costMicroDollars: z.int().nonnegative(),
  createdAt: z.date(),
  completedAt: z.date().nullable(),
});
export type DailyBatch = z.infer<typeof DailyBatch>;
