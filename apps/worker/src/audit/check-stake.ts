import type { StakedBet } from '@coliseum/domain/bet';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { sizeStake } from '@coliseum/payout/size-stake';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** Sizes a stake again from what the agent asked for, its balances right before the reservation, and the caps of its day. */
export function checkStake(bet: StakedBet, reservation: LedgerEntry, personaCapPercent: number | null): Problem[] {
  const { equityAfterCents, reservedAfterCents, reservedDeltaCents } = reservation;
  const sized = sizeStake({
    requestedCents: bet.requestedAmountCents,
    side: bet.decision,
    lockedPriceMicros: toMicros(bet.lockedPriceAtBet),
    feeRule: bet.feeRule,
    personaCapPercent,
    equityCents: equityAfterCents,
    availableCents: equityAfterCents - (reservedAfterCents - reservedDeltaCents),
  });
  return [
    ...checkEqual(`bet ${bet.id}: stake`, bet.amountWageredCents, sized.stakeCents),
    ...checkEqual(`bet ${bet.id}: cap applied`, bet.capApplied, sized.capApplied),
  ];
}
