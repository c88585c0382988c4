import type { Bet } from '@coliseum/domain/bet';
import { buildLedgerKey, type LedgerEntry, type LedgerKind } from '@coliseum/domain/ledger-entry';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** What a ledger entry must be, given its bet and the outcomes of its event. */
export type ExpectedEntry = {
  readonly kind: Exclude<LedgerKind, 'opening'>;
  /** Number of its amendment; 0 for the reservation and the first settlement. */
  readonly amendment: number;
  readonly equityDeltaCents: number;
  readonly reservedDeltaCents: number;
  readonly occurredAt: Date;
};

/** Compares a ledger entry with what it must be. */
export function checkEntry(bet: Bet, expected: ExpectedEntry, entry: LedgerEntry | undefined): Problem[] {
  const key = buildLedgerKey(expected.kind, bet.id, expected.amendment);
  if (entry === undefined) return [`bet ${bet.id} has no ledger entry ${key}`];
  if (entry.agentId !== bet.agentId) return [`ledger ${key} has another agent than its bet`];
  if (entry.kind !== expected.kind || entry.betId !== bet.id) return [`ledger ${key} does not match its key`];
  if (entry.eventId !== bet.eventId || entry.batchId !== bet.batchId) {
    return [`ledger ${key} has another event than its bet`];
  }
  return [
    ...checkEqual(`ledger ${key}: equity`, entry.equityDeltaCents, expected.equityDeltaCents),
    ...checkEqual(`ledger ${key}: reserved`, entry.reservedDeltaCents, expected.reservedDeltaCents),
    ...checkEqual(`ledger ${key}: time`, entry.occurredAt, expected.occurredAt),
  ];
}
