import { statusAt } from '../market/market-status.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { wireMarket, type WireMarket } from './wire-market.ts';

/** The market on the wire, or null before it is listed. */
export function wireListedMarket(market: SimulatedMarket, nowMs: number): WireMarket | null {
  const status = statusAt(market, nowMs);
  return status === null ? null : wireMarket(market, status, nowMs);
}
