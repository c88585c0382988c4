import { getQuoteAt } from '../market/quote-at.ts';
import type { SimulatedEvent, SimulatedMarket } from '../market/simulated-market.ts';

/** What the public can know of a market: all that a simulated web page may speak of. No outcome, no latent chance. */
export type MarketView = {
  readonly ticker: string;
  readonly eventTicker: string;
  readonly eventTitle: string;
  readonly title: string;
  readonly rules: string;
  readonly category: string;
  readonly sourceName: string;
  readonly closesAtMs: number;
  readonly opensAtMs: number;
  /** The market's price when it locked, or the recorded one: the base of whatever "the record shows". 0 to 1. */
  readonly publicPrice: number;
  /** The price at the time of the query, in micros. */
  readonly lastMicros: number;
  readonly lifetimeVolume: number;
  readonly threshold: number | null;
  /** A real market of a file: nothing may be made up about it. */
  readonly isRecorded: boolean;
};

export function viewMarket(market: SimulatedMarket, event: SimulatedEvent, nowMs: number): MarketView {
  const { quotes, strike } = market;
  return {
    ticker: market.ticker,
    eventTicker: event.ticker,
    eventTitle: event.title,
    title: market.title,
    rules: market.rulesPrimary,
    category: event.series.category,
    sourceName: event.series.sourceName,
    closesAtMs: Math.min(market.listedCloseAtMs, market.expectedExpirationAtMs),
    opensAtMs: market.opensAtMs,
    publicPrice: quotes.kind === 'constant' ? quotes.lastMicros / 1_000_000 : quotes.lockPrice,
    lastMicros: getQuoteAt(market, Math.max(nowMs, market.opensAtMs)).lastMicros,
    lifetimeVolume: market.lifetimeVolume,
    threshold: strike !== null && 'floor' in strike ? strike.floor : null,
    isRecorded: quotes.kind === 'constant',
  };
}
