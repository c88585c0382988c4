import { clamp } from '../market/logit.ts';
import { mixToFraction } from '../market/mix.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { formatWireCount } from './wire-formats.ts';

const DAY_MS = 86_400_000;

/** Contracts traded so far, in the last day, and held; they grow with the market's age. Fractional, as on the wire. */
export function toWireVolume(market: SimulatedMarket, nowMs: number): Readonly<Record<string, string>> {
  const traded = computeTradedHundredths(market, nowMs);
  const heldShare = 0.35 + 0.4 * mixToFraction(market.salt, 3);
  return {
    volume_fp: formatWireCount(traded),
    volume_24h_fp: formatWireCount(traded - computeTradedHundredths(market, nowMs - DAY_MS)),
    open_interest_fp: formatWireCount(Math.floor(traded * heldShare)),
  };
}

function computeTradedHundredths(market: SimulatedMarket, atMs: number): number {
  const age = clamp((atMs - market.opensAtMs) / (market.closesAtMs - market.opensAtMs), 0, 1);
  const oddContracts = age === 0 ? 0 : market.salt % 100;
  return Math.floor(market.lifetimeVolume * 100 * age) + oddContracts;
}
