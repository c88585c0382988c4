import type { SimulatedMarket } from './simulated-market.ts';

/** The part of Kalshi's lifecycle that a day without incidents goes through. */
export type SimulatedStatus = 'initialized' | 'active' | 'closed' | 'determined' | 'finalized';

const ANNOUNCED_BEFORE_OPENING_MS = 3_600_000;

/** The market's status at an instant, or null before it is first listed (an hour before it opens). */
export function statusAt(market: SimulatedMarket, nowMs: number): SimulatedStatus | null {
  if (nowMs < createdAtMs(market)) return null;
  if (nowMs < market.opensAtMs) return 'initialized';
  if (nowMs < market.closesAtMs) return 'active';
  if (nowMs < market.determinedAtMs) return 'closed';
  return nowMs < market.settlesAtMs ? 'determined' : 'finalized';
}

/** When the market is first listed, in epoch milliseconds. */
export function createdAtMs(market: SimulatedMarket): number {
  return market.opensAtMs - ANNOUNCED_BEFORE_OPENING_MS;
}

/** The `close_time` that the exchange lists at an instant: closes come early or late, and are corrected when they do. */
export function listedCloseAtMs(market: SimulatedMarket, nowMs: number): number {
  return nowMs < market.closeAnnouncedAtMs ? market.listedCloseAtMs : market.closesAtMs;
}
