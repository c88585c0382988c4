import type { SimulatedSeries } from '../market/simulated-market.ts';

/** Where the invented settlement sources live. */
export const SOURCE_URL = 'https://sources.example/';

/** The series object of Kalshi's API. */
export function toWireSeries(series: SimulatedSeries): Readonly<Record<string, unknown>> {
  return {
    ticker: series.ticker,
    title: series.title,
    frequency: series.frequency,
    category: series.category,
    categories: [series.category],
    tags: series.tags,
    settlement_sources: [{ name: series.sourceName, url: SOURCE_URL }],
    contract_url: `${SOURCE_URL}contracts/${series.ticker}.pdf`,
    contract_terms_url: `${SOURCE_URL}terms/${series.ticker}.pdf`,
    fee_type: 'quadratic',
    fee_multiplier: 1,
    additional_prohibitions: [],
    product_metadata: {},
    last_updated_ts: '2026-01-01T00:00:00Z',
    exchange_index: 0,
  };
}
