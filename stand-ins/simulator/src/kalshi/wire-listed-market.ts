import { getStatusAt } from '../market/market-status.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { toWireMarket, type WireMarket } from './wire-market.ts';

/** The market on the wire, or null while it is not listed. */
export function toListedWireMarket(market: SimulatedMarket, nowMs: number): WireMarket | null {
  const status = getStatusAt(market, nowMs);
  return status === null ? null : toWireMarket(market, status, nowMs);
}
