import type { Bet } from '@coliseum/domain/bet';
import type { ArenaEvent } from '@coliseum/domain/event';
import { ledgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { reserveCents } from '@coliseum/payout/reserve';
import { settleBet, type Settlement } from '@coliseum/payout/settle-bet';
import type { Problem } from './problems.ts';

/** What the audit keeps of an event while it reads the bets. */
export type AuditedEvent = Pick<ArenaEvent, 'status' | 'settlementValue' | 'kalshiTicker' | 'lockedPrice'>;

export function auditedPart({ status, settlementValue, kalshiTicker, lockedPrice }: ArenaEvent): AuditedEvent {
  return { status, settlementValue, kalshiTicker, lockedPrice };
}

/** What a settled event paid, or null while it is open. */
function settlementOfEvent(event: AuditedEvent): Settlement | null {
  if (event.status !== 'settled') return null;
  return event.settlementValue === null
    ? { kind: 'void' }
    : { kind: 'value', valueMicros: toMicros(event.settlementValue) };
}

/** The bet's reservation as its own terms say, against its ledger entry and its record. */
export function checkReserve(bet: Bet, entry: LedgerEntry | undefined): Problem[] {
  if (bet.decision === 'ABSTAIN') {
    return entry === undefined ? [] : [`bet ${bet.id} abstains but has ledger entry ${entry.key}`];
  }
  const expected = reserveCents({
    stakeCents: bet.amountWageredCents,
    side: bet.decision,
    lockedPriceMicros: toMicros(bet.lockedPriceAtBet),
    feeRule: bet.feeRule,
  });
  if (entry === undefined) return [`bet ${bet.id} has no ledger entry ${ledgerKey('reserve', bet.id)}`];
  return [
    ...differs(`bet ${bet.id}: reservation`, bet.reservedCents, expected),
    ...differs(`ledger ${entry.key}: reserved`, entry.reservedDeltaCents, expected),
    ...differs(`ledger ${entry.key}: equity`, entry.equityDeltaCents, 0),
  ];
}

/** The bet's profit or loss computed again from its terms and the event's settlement, against its record and its entry. */
export function checkSettlement(bet: Bet, event: AuditedEvent, entry: LedgerEntry | undefined): Problem[] {
  const settlement = settlementOfEvent(event);
  if (settlement === null || bet.decision === 'ABSTAIN') return checkUnpaid(bet, settlement !== null, entry);
  if (entry === undefined) {
    return [`bet ${bet.id} is on settled event ${event.kalshiTicker} but has no settlement in the ledger`];
  }
  const expected = settleBet({
    stakeCents: bet.amountWageredCents,
    side: bet.decision,
    lockedPriceMicros: toMicros(event.lockedPrice),
    feeRule: bet.feeRule,
    settlement,
  });
  return [
    ...differs(`bet ${bet.id}: P&L`, bet.pnlCents, expected.pnlCents),
    ...differs(`bet ${bet.id}: fee`, bet.feeCents, expected.feeCents),
    ...(bet.outcome === expected.result
      ? []
      : [`bet ${bet.id}: outcome is ${String(bet.outcome)}, its terms say ${expected.result}`]),
    ...(bet.lockedPriceAtBet === event.lockedPrice ? [] : [`bet ${bet.id}: its price is not the event's locked price`]),
    ...differs(`ledger ${entry.key}: equity`, entry.equityDeltaCents, expected.pnlCents),
    ...differs(`ledger ${entry.key}: reserved`, entry.reservedDeltaCents, -bet.reservedCents),
  ];
}

function checkUnpaid(bet: Bet, isEventSettled: boolean, entry: LedgerEntry | undefined): Problem[] {
  const expectedStatus = isEventSettled ? 'settled' : 'pending';
  return [
    ...(entry === undefined ? [] : [`ledger ${entry.key} settles a bet that has nothing to settle`]),
    ...(bet.status === expectedStatus ? [] : [`bet ${bet.id} is ${bet.status}, its event says ${expectedStatus}`]),
  ];
}

function differs(what: string, actual: number | null, expected: number): Problem[] {
  return actual === expected ? [] : [`${what} is ${String(actual)}, derived ${expected}`];
}
