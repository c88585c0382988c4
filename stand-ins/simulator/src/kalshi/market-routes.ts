import type { FastifyInstance } from 'fastify';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import { sendInvalidParameters, sendNotFound } from './kalshi-error.ts';
import { listMarkets } from './list-markets.ts';
import { computeArchiveCutoffMs, isArchived } from './listed-markets.ts';
import { paginate } from './paginate.ts';
import { MarketsQuery } from './query-schemas.ts';
import { formatWireTime } from './wire-formats.ts';
import { toListedWireMarket } from './wire-listed-market.ts';

type KalshiDeps = { readonly universe: MarketUniverse; readonly clock: SimulatorClock };
type TickerRoute = { Params: { ticker: string } };

/** Kalshi's markets, live and archived. */
export function registerMarketRoutes(server: FastifyInstance, { universe, clock }: KalshiDeps): void {
  server.get('/markets', (request, reply) => {
    const query = MarketsQuery.safeParse(request.query);
    if (!query.success) {
      const isStatus = query.error.issues.some((issue) => issue.path[0] === 'status');
      return sendInvalidParameters(reply, isStatus ? 'invalid status filter' : undefined);
    }
    const page = paginate(listMarkets(universe, query.data, clock.nowMs()), query.data.limit, query.data.cursor);
    if (!page.ok) return sendInvalidParameters(reply);
    return { markets: page.value.items, cursor: page.value.cursor };
  });

  const findWireMarket = (ticker: string, wanted: 'live' | 'archived') => {
    const nowMs = clock.nowMs();
    const market = universe.findMarket(ticker)?.market;
    if (!market || isArchived(market, nowMs) !== (wanted === 'archived')) return null;
    return toListedWireMarket(market, nowMs);
  };
  server.get<TickerRoute>('/markets/:ticker', (request, reply) => {
    const market = findWireMarket(request.params.ticker, 'live');
    return market === null ? sendNotFound(reply) : { market };
  });
  server.get<TickerRoute>('/historical/markets/:ticker', (request, reply) => {
    const market = findWireMarket(request.params.ticker, 'archived');
    return market === null ? sendNotFound(reply) : { market };
  });
  server.get('/historical/cutoff', () => {
    const cutoff = formatWireTime(computeArchiveCutoffMs(clock.nowMs()));
    return {
      market_settled_ts: cutoff,
      trades_created_ts: cutoff,
      orders_updated_ts: cutoff,
      market_positions_last_updated_ts: cutoff,
    };
  });
}
