import { getListedCloseAtMs } from '../market/market-status.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { buildComboMarkets } from './combo-markets.ts';
import { findListedEvents, matchesStatus } from './listed-markets.ts';
import type { MarketsQuery } from './query-schemas.ts';
import { toListedWireMarket } from './wire-listed-market.ts';
import type { WireMarket } from './wire-market.ts';

/** All markets that a `GET /markets` asks for, before paging. */
export function listMarkets(universe: MarketUniverse, query: MarketsQuery, nowMs: number): readonly WireMarket[] {
  const plain = query.mve_filter === 'only' ? [] : listPlainMarkets(universe, query, nowMs);
  return [...(wantsCombos(query) ? buildComboMarkets(universe, nowMs) : []), ...plain];
}

/** Combos come first wherever nothing keeps them out: they are always active and belong to no ordinary event. */
function wantsCombos(query: MarketsQuery): boolean {
  const asksForSome = query.event_ticker ?? query.series_ticker ?? query.tickers ?? query.max_close_ts;
  return query.mve_filter !== 'exclude' && (query.status ?? 'open') === 'open' && asksForSome === undefined;
}

function listPlainMarkets(universe: MarketUniverse, query: MarketsQuery, nowMs: number): readonly WireMarket[] {
  return findCandidates(universe, query, nowMs)
    .filter((market) => matchesStatus(market, query.status, nowMs) && matchesTimes(market, query, nowMs))
    .map((market) => toListedWireMarket(market, nowMs))
    .filter((market) => market !== null);
}

function findCandidates(universe: MarketUniverse, query: MarketsQuery, nowMs: number): readonly SimulatedMarket[] {
  if (query.tickers) {
    return query.tickers.map((ticker) => universe.findMarket(ticker)?.market).filter((market) => market !== undefined);
  }
  if (query.event_ticker) return universe.findEvent(query.event_ticker)?.markets ?? [];
  return findListedEvents(universe, nowMs)
    .filter((event) => query.series_ticker === undefined || event.series.ticker === query.series_ticker)
    .flatMap((event) => event.markets);
}

function matchesTimes(market: SimulatedMarket, query: MarketsQuery, nowMs: number): boolean {
  const closeSeconds = getListedCloseAtMs(market, nowMs) / 1000;
  const settledSeconds = market.settlesAtMs / 1000;
  return (
    isWithin(closeSeconds, query.min_close_ts, query.max_close_ts) &&
    isWithin(settledSeconds, query.min_settled_ts, query.max_settled_ts)
  );
}

function isWithin(value: number, least: number | undefined, most: number | undefined): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}
