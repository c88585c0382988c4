import type { FastifyInstance } from 'fastify';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatorClock } from '../server/simulator-clock.ts';
import { registerEventRoutes } from './event-routes.ts';
import { sendNotFound } from './kalshi-error.ts';
import { registerMarketRoutes } from './market-routes.ts';
import { registerReferenceRoutes } from './reference-routes.ts';

/** Kalshi's public market data as of the simulator's clock: no key, cached for 15 seconds by whoever caches. */
export function registerKalshiRoutes(
  server: FastifyInstance,
  deps: { readonly universe: MarketUniverse; readonly clock: SimulatorClock },
): void {
  server.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode === 200) reply.header('cache-control', 'public, max-age=15');
  });
  server.setNotFoundHandler((_request, reply) => sendNotFound(reply));
  registerEventRoutes(server, deps);
  registerMarketRoutes(server, deps);
  registerReferenceRoutes(server, deps);
}
