import type { SimulatedMarket, SimulatedOutcome } from './simulated-market.ts';

/** The part of Kalshi's lifecycle that simulated markets go through; most are never disputed. */
export type SimulatedStatus = 'initialized' | 'active' | 'closed' | 'determined' | 'disputed' | 'amended' | 'finalized';

const ANNOUNCED_BEFORE_OPENING_MS = 3_600_000;

/** The market's status at an instant, or null before it is first listed (an hour before it opens) and once it is gone. */
export function getStatusAt(market: SimulatedMarket, nowMs: number): SimulatedStatus | null {
  if (nowMs < getCreatedAtMs(market) || nowMs >= (market.goneFromMs ?? Infinity)) return null;
  if (nowMs < market.opensAtMs) return 'initialized';
  if (nowMs < market.closesAtMs) return 'active';
  if (nowMs < market.determinedAtMs) return 'closed';
  return nowMs < market.settlesAtMs ? getStatusUntilSettled(market, nowMs) : 'finalized';
}

function getStatusUntilSettled({ firstDetermination }: SimulatedMarket, nowMs: number): SimulatedStatus {
  const disputedAtMs = firstDetermination?.disputedAtMs ?? null;
  if (firstDetermination === undefined || disputedAtMs === null || nowMs < disputedAtMs) return 'determined';
  return nowMs < firstDetermination.correctedAtMs ? 'disputed' : 'amended';
}

/** What the exchange says at an instant after its first determination. */
export function getDeterminedOutcome(market: SimulatedMarket, nowMs: number): SimulatedOutcome {
  const { firstDetermination, outcome } = market;
  return firstDetermination && nowMs < firstDetermination.correctedAtMs ? firstDetermination.outcome : outcome;
}

/** When the market is first listed, in epoch milliseconds. */
export function getCreatedAtMs(market: SimulatedMarket): number {
  return market.opensAtMs - ANNOUNCED_BEFORE_OPENING_MS;
}

/** The `close_time` that the exchange lists at an instant: closes come early or late, and are corrected when they do. */
export function getListedCloseAtMs(market: SimulatedMarket, nowMs: number): number {
  return nowMs < market.closeAnnouncedAtMs ? market.listedCloseAtMs : market.closesAtMs;
}
