import type { MatchDate } from '@coliseum/domain/match-date';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedEvent } from '../market/simulated-market.ts';
import { readTickerDate } from './date-formats.ts';
import { inventDay } from './invent-day.ts';
import { allTemplates } from './templates/all-templates.ts';

const DAYS_KEPT = 64;

/** A universe without beginning or end: every date has its markets, and the same seed always gives the same ones. */
export function createInventedUniverse(seed: string): MarketUniverse {
  const listEventsOfDay = memoizeNewest((date) => inventDay(seed, date));
  const findEvent = (eventTicker: string): SimulatedEvent | undefined => {
    const date = readTickerDate(eventTicker);
    return date === null ? undefined : listEventsOfDay(date).find((event) => event.ticker === eventTicker);
  };
  return {
    listEventsOfDay,
    findEvent,
    findMarket: (ticker) => {
      const event = findEvent(ticker.slice(0, ticker.lastIndexOf('-')));
      const market = event?.markets.find((candidate) => candidate.ticker === ticker);
      return event && market ? { market, event } : undefined;
    },
    listSeries: () => allTemplates.map((template) => template.series),
  };
}

function memoizeNewest(
  invent: (date: MatchDate) => readonly SimulatedEvent[],
): (date: MatchDate) => readonly SimulatedEvent[] {
  const kept = new Map<MatchDate, readonly SimulatedEvent[]>();
  return (date) => {
    const known = kept.get(date);
    if (known) return known;
    const events = invent(date);
    kept.set(date, events);
    const [oldest] = kept.keys();
    if (kept.size > DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
    return events;
  };
}
