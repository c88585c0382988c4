import type { MarketUniverse } from '../../market/market-universe.ts';
import type { SimulatedEvent } from '../../market/simulated-market.ts';
import type { FaultBook } from '../fault-book.ts';
import { marketLifeKinds } from '../fault-kinds.ts';
import { troubleMarket } from './trouble-market.ts';

/** The universe, with the lives of those markets changed that a standing fault hits. Without such faults, as it is. */
export function createTroubledUniverse(universe: MarketUniverse, faults: FaultBook): MarketUniverse {
  let troubled = new WeakMap<SimulatedEvent, SimulatedEvent>();
  let version = faults.version();

  /** The same object for the same event, as long as the rules stay: listings tell events apart by it. */
  const trouble = (event: SimulatedEvent): SimulatedEvent => {
    if (!faults.hasStanding('kalshi')) return event;
    if (version !== faults.version()) {
      troubled = new WeakMap();
      version = faults.version();
    }
    const known = troubled.get(event) ?? troubleEvent(event, faults);
    troubled.set(event, known);
    return known;
  };
  const findEvent = (ticker: string): SimulatedEvent | undefined => {
    const event = universe.findEvent(ticker);
    return event && trouble(event);
  };
  return {
    eventsOfDay: (date) =>
      faults.hasStanding('kalshi') ? universe.eventsOfDay(date).map(trouble) : universe.eventsOfDay(date),
    findEvent,
    findMarket: (ticker) => {
      const found = universe.findMarket(ticker);
      if (!found || !faults.hasStanding('kalshi')) return found;
      const event = trouble(found.event);
      return { event, market: event.markets.find((market) => market.ticker === ticker) ?? found.market };
    },
    listSeries: universe.listSeries,
  };
}

function troubleEvent(event: SimulatedEvent, faults: FaultBook): SimulatedEvent {
  const markets = event.markets.map((market) => {
    const found = faults.decideStanding('kalshi', market.ticker);
    const kind = marketLifeKinds.find((candidate) => candidate === found);
    return kind === undefined ? market : troubleMarket(market, kind);
  });
  return { ...event, markets };
}
