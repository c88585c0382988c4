import type { SimulatedEvent } from '../market/simulated-market.ts';
import { formatWireTime } from './wire-formats.ts';
import type { WireMarket } from './wire-market.ts';
import { SOURCE_URL } from './wire-series.ts';

/** The event object of Kalshi's API, with the given markets nested, if there are any. */
export function toWireEvent(event: SimulatedEvent, nested?: readonly WireMarket[]): Readonly<Record<string, unknown>> {
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
    settlement_sources: [{ name: event.series.sourceName, url: SOURCE_URL }],
    last_updated_ts: formatWireTime(Math.min(...event.markets.map((market) => market.opensAtMs))),
    exchange_index: 0,
    ...(nested ? { markets: nested } : {}),
  };
}
