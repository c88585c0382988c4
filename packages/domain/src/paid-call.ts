import { z } from 'zod';
import { BetUsage } from './bet.ts';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

export const PaidService = z.enum(['openrouter', 'exa']);
export type PaidService = z.infer<typeof PaidService>;

export const CallPurpose = z.enum(['selection', 'research', 'decision']);
export type CallPurpose = z.infer<typeof CallPurpose>;

/**
 * One call of a service that costs money: what it was for, what it cost, and, until its day is committed, how it ended, so
 * that the same question of the same day is paid for once.
 */
export const PaidCall = z.object({
  id: Id,
  /** Match day it was made for. */
  date: MatchDate,
  service: PaidService,
  purpose: CallPurpose,
  /** SHA-256 of the request, hexadecimal. */
  requestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  eventId: Id.nullable(),
  agentId: Id.nullable(),
  /** OpenRouter's slug; null for a search. */
  model: z.string().nullable(),
  startedAt: z.date(),
  latencyMs: z.int().nonnegative(),
  /** Null for a call that failed. */
  usage: BetUsage.nullable(),
  /** Null where the cost is unknown. */
  costMicroDollars: z.int().nonnegative().nullable(),
  /** The code of the error that it ended with; null for a call that was answered. */
  errorCode: z.string().nullable(),
  /**
   * How it ended as JSON, for the rest of its day: the client's answer, or the failure of a call that is not tried again.
   * Null for one that may be, and once the day is committed.
   */
  answer: z.string().nullable(),
  /**
   * SHA-256 of what the service said, hexadecimal: the text of the model or of Exa, the code of a failure. Stays when the
   * answer is deleted. Null where no answer was recorded.
   */
  answerSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** When the answer was dropped, so that the day asked again or went on without it; null for one that was not. */
  droppedAt: z.date().nullable(),
});
export type PaidCall = z.infer<typeof PaidCall>;
