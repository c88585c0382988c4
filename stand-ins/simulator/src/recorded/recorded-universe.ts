import type { MatchDate } from '@coliseum/domain/match-date';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedEvent, SimulatedMarket, SimulatedSeries } from '../market/simulated-market.ts';
import type { RecordedMarket } from './recorded-market.ts';
import { replayEvent } from './replay-event.ts';

/** The universe of a file: its usable markets, on the days on which they were offered. */
export function createRecordedUniverse(recorded: readonly RecordedMarket[], seed: string): MarketUniverse {
  const seriesByTicker = new Map<string, SimulatedSeries>();
  const eventByTicker = new Map<string, SimulatedEvent>();
  const eventsByDay = new Map<MatchDate, SimulatedEvent[]>();
  const marketByTicker = new Map<string, { market: SimulatedMarket; event: SimulatedEvent }>();
  for (const [eventTicker, siblings] of Map.groupBy(recorded, (market) => market.row.event_ticker)) {
    const event = replayEvent(siblings, seed);
    eventByTicker.set(eventTicker, event);
    if (!seriesByTicker.has(event.series.ticker)) seriesByTicker.set(event.series.ticker, event.series);
    for (const market of event.markets) marketByTicker.set(market.ticker, { market, event });
    for (const date of new Set(siblings.map((market) => market.matchDate))) {
      eventsByDay.set(date, [...(eventsByDay.get(date) ?? []), event]);
    }
  }
  return {
    listEventsOfDay: (date) => eventsByDay.get(date) ?? [],
    findEvent: (ticker) => eventByTicker.get(ticker),
    findMarket: (ticker) => marketByTicker.get(ticker),
    listSeries: () => [...seriesByTicker.values()],
  };
}
