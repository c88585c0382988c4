import { statusAt } from '../market/market-status.ts';
import type { SimulatedEvent, SimulatedMarket, SimulatedSeries } from '../market/simulated-market.ts';
import { wireTime } from './wire-formats.ts';
import { wireMarket, type WireMarket } from './wire-market.ts';

const sourceUrl = 'https://sources.example/';

/** The event object of Kalshi's API, with the given markets nested when there are any to nest. */
export function wireEvent(event: SimulatedEvent, nested?: readonly WireMarket[]): Readonly<Record<string, unknown>> {
  return {
    event_ticker: event.ticker,
    series_ticker: event.series.ticker,
    title: event.title,
    sub_title: event.subTitle,
    mutually_exclusive: event.mutuallyExclusive,
    collateral_return_type: event.mutuallyExclusive ? 'MECNET' : 'binary',
    category: event.series.category,
    strike_period: '',
    product_metadata: {},
    settlement_sources: [{ name: event.series.sourceName, url: sourceUrl }],
    last_updated_ts: wireTime(Math.min(...event.markets.map((market) => market.opensAtMs))),
    exchange_index: 0,
    ...(nested ? { markets: nested } : {}),
  };
}

/** The series object of Kalshi's API. */
export function wireSeries(series: SimulatedSeries): Readonly<Record<string, unknown>> {
  return {
    ticker: series.ticker,
    title: series.title,
    frequency: series.frequency,
    category: series.category,
    categories: [series.category],
    tags: series.tags,
    settlement_sources: [{ name: series.sourceName, url: sourceUrl }],
    contract_url: `https://sources.example/contracts/${series.ticker}.pdf`,
    contract_terms_url: `https://sources.example/terms/${series.ticker}.pdf`,
    fee_type: 'quadratic',
    fee_multiplier: 1,
    additional_prohibitions: [],
    product_metadata: {},
    last_updated_ts: '2026-01-01T00:00:00Z',
    exchange_index: 0,
  };
}

/** The market on the wire, or null before it is listed. */
export function wireMarketIfListed(market: SimulatedMarket, nowMs: number): WireMarket | null {
  const status = statusAt(market, nowMs);
  return status === null ? null : wireMarket(market, status, nowMs);
}
