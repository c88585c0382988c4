import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import type { Side, StakeCap } from '@coliseum/domain/bet';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { computeEventCap, type EventCap } from './event-cap.ts';
import { computeReserveCents } from './reserve.ts';

type StakeRequest = {
  readonly requestedCents: number;
  readonly side: Side;
  readonly lockedPriceMicros: number;
  readonly feeRule: FeeRule;
  /** In percent of equity; null where the day had no such cap. */
  readonly personaCapPercent: number | null;
  /** Settled equity at the start of the day, in cents. */
  readonly equityCents: number;
  /** Equity minus all reservations so far. */
  readonly availableCents: number;
};

export type SizedStake = {
  /** 0 when the minimum stake is not affordable. */
  readonly stakeCents: number;
  readonly reservedCents: number;
  readonly capApplied: StakeCap | null;
};

/** Sizes the stake for an agent's request: capped by arena and persona first, then by the available money. */
export function sizeStake(request: StakeRequest): SizedStake {
  const cap = computeEventCap(request.equityCents, request.personaCapPercent);
  const cappedCents = Math.min(request.requestedCents, cap.cents);
  const stakeCents = findLargestAffordable(cappedCents, request);
  if (stakeCents < MINIMUM_STAKE_CENTS) return { stakeCents: 0, reservedCents: 0, capApplied: null };
  return {
    stakeCents,
    reservedCents: computeReserve(stakeCents, request),
    capApplied: findAppliedCap(stakeCents, cap, request.requestedCents),
  };
}

function findAppliedCap(stakeCents: number, cap: EventCap, requestedCents: number): StakeCap | null {
  if (stakeCents === requestedCents) return null;
  return stakeCents < cap.cents ? 'available' : cap.name;
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
