import type { Bet } from '@coliseum/domain/bet';
import { buildLedgerKey, type LedgerEntry, type LedgerKind } from '@coliseum/domain/ledger-entry';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** What a bet's terms and its event's words say one of its ledger entries has to be. */
export type ExpectedEntry = {
  readonly kind: Exclude<LedgerKind, 'opening'>;
  /** Which amendment it belongs to; 0 for the first settlement and the reservation. */
  readonly amendment: number;
  readonly equityDeltaCents: number;
  readonly reservedDeltaCents: number;
  readonly occurredAt: Date;
};

/** A bet's entry, found by its key, against what it has to be. */
export function checkEntry(bet: Bet, expected: ExpectedEntry, entry: LedgerEntry | undefined): Problem[] {
  const key = buildLedgerKey(expected.kind, bet.id, expected.amendment);
  if (entry === undefined) return [`bet ${bet.id} has no ledger entry ${key}`];
  if (entry.agentId !== bet.agentId) return [`ledger ${key} is another agent's than its bet`];
  if (entry.kind !== expected.kind || entry.betId !== bet.id) return [`ledger ${key} is not what its key says`];
  if (entry.eventId !== bet.eventId || entry.batchId !== bet.batchId) {
    return [`ledger ${key} is about another event than its bet`];
  }
  return [
    ...checkEqual(`ledger ${key}: equity`, entry.equityDeltaCents, expected.equityDeltaCents),
    ...checkEqual(`ledger ${key}: reserved`, entry.reservedDeltaCents, expected.reservedDeltaCents),
    ...checkEqual(`ledger ${key}: time`, entry.occurredAt, expected.occurredAt),
  ];
}
