import type { FastifyInstance } from 'fastify';
import type { MarketUniverse } from '../market/market-universe.ts';
import { sendInvalidParameters, sendNotFound } from './kalshi-error.ts';
import { SeriesQuery } from './query-schemas.ts';
import { toWireSeries } from './wire-series.ts';

type SeriesRoute = { Params: { ticker: string } };

const exchangeParts = ['Default', 'Combos', 'Crypto & Commodities', 'Tennis, Baseball, Basketball'] as const;

/** Kalshi's series and the state of the exchange. */
export function registerReferenceRoutes(server: FastifyInstance, deps: { readonly universe: MarketUniverse }): void {
  server.get('/series', (request, reply) => {
    const query = SeriesQuery.safeParse(request.query);
    if (!query.success) return sendInvalidParameters(reply);
    const { category } = query.data;
    const series = deps.universe.listSeries().filter((one) => category === undefined || one.category === category);
    return { series: series.map(toWireSeries) };
  });

  server.get<SeriesRoute>('/series/:ticker', (request, reply) => {
    const series = deps.universe.listSeries().find((candidate) => candidate.ticker === request.params.ticker);
    return series ? { series: toWireSeries(series) } : sendNotFound(reply);
  });

  server.get('/exchange/status', () => ({
    exchange_active: true,
    trading_active: true,
    intra_exchange_transfers_active: true,
    exchange_index_statuses: exchangeParts.map((description, index) => ({
      exchange_index: index,
      description,
      exchange_active: true,
      trading_active: true,
      intra_exchange_transfers_active: true,
    })),
  }));
}
