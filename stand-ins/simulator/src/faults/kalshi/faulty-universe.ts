import type { MarketUniverse } from '../../market/market-universe.ts';
import type { SimulatedEvent } from '../../market/simulated-market.ts';
import type { FaultBook } from '../fault-book.ts';
import { marketLifeKinds } from '../fault-kinds.ts';
import { disruptMarket } from './disrupt-market.ts';

/** The universe with the lives of the markets that a standing fault hits changed; unchanged without such faults. */
export function createFaultyUniverse(universe: MarketUniverse, faults: FaultBook): MarketUniverse {
  let disruptedEvents = new WeakMap<SimulatedEvent, SimulatedEvent>();
  let version = faults.version();

  /** The same object for the same event while the rules are unchanged: listings distinguish events by it. */
  const disruptCached = (event: SimulatedEvent): SimulatedEvent => {
    if (!faults.hasStanding('kalshi')) return event;
    if (version !== faults.version()) {
      disruptedEvents = new WeakMap();
      version = faults.version();
    }
    const known = disruptedEvents.get(event) ?? disruptEvent(event, faults);
    disruptedEvents.set(event, known);
    return known;
  };
  const findEvent = (ticker: string): SimulatedEvent | undefined => {
    const event = universe.findEvent(ticker);
    return event && disruptCached(event);
  };
  return {
    listEventsOfDay: (date) =>
      faults.hasStanding('kalshi') ? universe.listEventsOfDay(date).map(disruptCached) : universe.listEventsOfDay(date),
    findEvent,
    findMarket: (ticker) => {
      const found = universe.findMarket(ticker);
      if (!found || !faults.hasStanding('kalshi')) return found;
      const event = disruptCached(found.event);
      return { event, market: event.markets.find((market) => market.ticker === ticker) ?? found.market };
    },
    listSeries: universe.listSeries,
  };
}

function disruptEvent(event: SimulatedEvent, faults: FaultBook): SimulatedEvent {
  const markets = event.markets.map((market) => {
    const found = faults.decideStanding('kalshi', market.ticker);
    const kind = marketLifeKinds.find((candidate) => candidate === found);
    return kind === undefined ? market : disruptMarket(market, kind);
  });
  return { ...event, markets };
}
