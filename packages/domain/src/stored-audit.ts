import { z } from 'zod';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

/** Problems that are stored with an audit: a fault shows in the first of them, and one document holds them. */
export const MOST_STORED_PROBLEMS = 100;

const Count = z.int().nonnegative();

/** What an audit of the books and of the chain of receipts came to. Unique by the UTC date it was made on. */
export const StoredAudit = z.object({
  id: Id,
  date: MatchDate,
  /** When everything had been read. */
  auditedAt: z.date(),
  durationMs: Count,
  /** No problem was found. */
  ok: z.boolean(),
  /** Documents that were checked. */
  checked: z.object({ agents: Count, events: Count, bets: Count, ledgerEntries: Count, receipts: Count }),
  problemCount: Count,
  /** The first of the problems, at most {@link MOST_STORED_PROBLEMS}, for the operator. */
  problems: z.array(z.string()).max(MOST_STORED_PROBLEMS),
});
export type StoredAudit = z.infer<typeof StoredAudit>;
