import type { SimulatedEvent, SimulatedSeries } from '../market/simulated-market.ts';
import type { RecordedMarket } from './recorded-market.ts';
import type { RecordedRow } from './recorded-row.ts';
import { replayMarket } from './replay-market.ts';

/** The event that recorded markets share. What the recording lacks gets a neutral value taken from the tickers. */
export function replayEvent(siblings: readonly RecordedMarket[], seed: string): SimulatedEvent {
  const rows = siblings.map((market) => market.row);
  const eventTicker = findFirst(rows, (row) => row.event_ticker) ?? '';
  return {
    ticker: eventTicker,
    title: findFirst(rows, (row) => row.event_title ?? row.title) ?? eventTicker,
    subTitle: '',
    mutuallyExclusive: rows.filter((row) => row.result === 'yes').length <= 1 && rows.length > 1,
    series: replaySeries(eventTicker, rows),
    markets: siblings.map((market) => replayMarket(market, seed)),
  };
}

function replaySeries(eventTicker: string, rows: readonly RecordedRow[]): SimulatedSeries {
  const ticker = findFirst(rows, (row) => row.series_ticker) ?? eventTicker.split('-')[0] ?? eventTicker;
  return {
    ticker,
    title: findFirst(rows, (row) => row.series_title) ?? ticker,
    category: findFirst(rows, (row) => row.category) ?? 'World',
    frequency: 'custom',
    tags: [],
    sourceName: 'the source named in the rules',
  };
}

function findFirst(rows: readonly RecordedRow[], read: (row: RecordedRow) => string | null | undefined): string | null {
  return rows.map(read).find((text) => text != null && text !== '') ?? null;
}
