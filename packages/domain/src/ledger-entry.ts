import { z } from 'zod';
import { Id } from './id.ts';
import { Cents } from './money.ts';

export const LedgerKind = z.enum(['opening', 'reserve', 'settlement', 'reversal']);
export type LedgerKind = z.infer<typeof LedgerKind>;

/**
 * One dated movement of an agent's money, never changed after it is written.
 * Equity is the sum of `equityDeltaCents`, the reservation the sum of `reservedDeltaCents`.
 */
export const LedgerEntry = z.object({
  id: Id,
  /** Names what the entry is about. Unique, so that nothing can be posted twice. See `buildLedgerKey`. */
  key: z.string().min(1),
  kind: LedgerKind,
  agentId: Id,
  betId: Id.nullable(),
  eventId: Id.nullable(),
  batchId: Id.nullable(),
  equityDeltaCents: Cents,
  reservedDeltaCents: Cents,
  /** Balances after the entry. */
  equityAfterCents: Cents,
  reservedAfterCents: Cents.nonnegative(),
  occurredAt: z.date(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/**
 * The unique key of an entry: `opening_<agent>`, `reserve_<bet>` or `settlement_<bet>`. When the exchange changes its result
 * for the n-th time, `reversal_<bet>_<n>` takes the last settlement back and `settlement_<bet>_<n>` posts the new one.
 */
export function buildLedgerKey(kind: LedgerKind, subjectId: Id, amendment = 0): string {
  return amendment === 0 ? `${kind}_${subjectId}` : `${kind}_${subjectId}_${amendment}`;
}
