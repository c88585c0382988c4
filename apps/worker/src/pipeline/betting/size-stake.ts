import { EVENT_CAP_PERCENT, MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import type { Side } from '@coliseum/domain/bet';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { computeReserveCents } from '@coliseum/payout/reserve';

type StakeRequest = {
  readonly requestedCents: number;
  readonly side: Side;
  readonly lockedPriceMicros: number;
  readonly feeRule: FeeRule;
  /** Settled equity at the start of the day, in cents. */
  readonly equityCents: number;
  /** Equity minus all reservations so far. */
  readonly availableCents: number;
};

export type SizedStake = {
  /** 0 when the minimum stake is not affordable. */
  readonly stakeCents: number;
  readonly reservedCents: number;
  readonly capApplied: 'per_event' | 'available' | null;
};

/** Computes the largest stake allowed on one event, in cents. */
export function computeEventCapCents(equityCents: number): number {
  return Math.max(0, Math.floor((equityCents * EVENT_CAP_PERCENT) / 100));
}

/** Sizes the stake for an agent's request: capped per event first, then by the available money. */
export function sizeStake(request: StakeRequest): SizedStake {
  const cappedCents = Math.min(request.requestedCents, computeEventCapCents(request.equityCents));
  const stakeCents = findLargestAffordable(cappedCents, request);
  if (stakeCents < MINIMUM_STAKE_CENTS) return { stakeCents: 0, reservedCents: 0, capApplied: null };
  return {
    stakeCents,
    reservedCents: computeReserve(stakeCents, request),
    capApplied: findAppliedCap(stakeCents, cappedCents, request.requestedCents),
  };
}

function findAppliedCap(stakeCents: number, cappedCents: number, requested: number): SizedStake['capApplied'] {
  if (stakeCents < cappedCents) return 'available';
  return cappedCents < requested ? 'per_event' : null;
}

/**
 * The largest stake up to `cappedCents` whose reserve is available. Found by bisection, as the reserve grows with the
 * stake.
 */
function findLargestAffordable(cappedCents: number, request: StakeRequest): number {
  if (computeReserve(cappedCents, request) <= request.availableCents) return cappedCents;
  let affordable = 0;
  let tooMuch = cappedCents;
  while (tooMuch - affordable > 1) {
    const middle = Math.floor((affordable + tooMuch) / 2);
    if (computeReserve(middle, request) <= request.availableCents) affordable = middle;
    else tooMuch = middle;
  }
  return affordable;
}

function computeReserve(stakeCents: number, { side, lockedPriceMicros, feeRule }: StakeRequest): number {
  return stakeCents <= 0 ? 0 : computeReserveCents({ stakeCents, side, lockedPriceMicros, feeRule });
}
