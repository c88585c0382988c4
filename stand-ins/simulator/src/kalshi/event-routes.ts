import type { FastifyInstance } from 'fastify';
import { getListedCloseAtMs } from '../market/market-status.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedEvent } from '../market/simulated-market.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import { sendInvalidParameters, sendNotFound } from './kalshi-error.ts';
import { findListedEvents, matchesStatus } from './listed-markets.ts';
import { paginate } from './paginate.ts';
import { EventsQuery, NestedQuery } from './query-schemas.ts';
import { toWireEvent } from './wire-event.ts';
import { toListedWireMarket } from './wire-listed-market.ts';
import type { WireMarket } from './wire-market.ts';

type KalshiDeps = { readonly universe: MarketUniverse; readonly clock: SimulatorClock };
type EventRoute = { Params: { ticker: string } };

/** Kalshi's events, with their markets on demand. */
export function registerEventRoutes(server: FastifyInstance, { universe, clock }: KalshiDeps): void {
  server.get('/events', (request, reply) => {
    const query = EventsQuery.safeParse(request.query);
    if (!query.success) return sendInvalidParameters(reply);
    const nowMs = clock.nowMs();
    const { status, tickers, series_ticker: series, min_close_ts: minClose } = query.data;
    const events = findListedEvents(universe, nowMs).filter(
      (event) =>
        (series === undefined || event.series.ticker === series) &&
        (tickers === undefined || tickers.includes(event.ticker)) &&
        event.markets.some(
          (market) =>
            matchesStatus(market, status, nowMs) &&
            (minClose === undefined || getListedCloseAtMs(market, nowMs) / 1000 >= minClose),
        ),
    );
    const page = paginate(events, query.data.limit, query.data.cursor);
    if (!page.ok) return sendInvalidParameters(reply);
    const withMarkets = query.data.with_nested_markets;
    return {
      events: page.value.items.map((event) =>
        toWireEvent(event, withMarkets ? findLiveMarkets(event, nowMs) : undefined),
      ),
      milestones: [],
      cursor: page.value.cursor,
    };
  });

  server.get<EventRoute>('/events/:ticker', (request, reply) => {
    const query = NestedQuery.safeParse(request.query);
    if (!query.success) return sendInvalidParameters(reply);
    const event = universe.findEvent(request.params.ticker);
    const markets = event ? findLiveMarkets(event, clock.nowMs()) : [];
    if (!event || markets.length === 0) return sendNotFound(reply);
    return query.data.with_nested_markets
      ? { event: toWireEvent(event, markets), markets: [] }
      : { event: toWireEvent(event), markets };
  });
}

/** The event's markets that are listed and not archived: with any status, whatever the listing was filtered by. */
function findLiveMarkets(event: SimulatedEvent, nowMs: number): readonly WireMarket[] {
  return event.markets
    .filter((market) => matchesStatus(market, undefined, nowMs))
    .map((market) => toListedWireMarket(market, nowMs))
    .filter((market) => market !== null);
}
