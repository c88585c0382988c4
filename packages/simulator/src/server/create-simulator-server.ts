import fastify, { type FastifyInstance } from 'fastify';
import { registerExaRoutes } from '../exa/exa-routes.ts';
import { registerKalshiRoutes } from '../kalshi/kalshi-routes.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import { registerOpenRouterRoutes } from '../openrouter/openrouter-routes.ts';
import { registerAdminRoutes } from './admin-routes.ts';
import type { SimulatorClock } from './simulator-clock.ts';

type SimulatorDeps = { readonly universe: MarketUniverse; readonly clock: SimulatorClock; readonly seed: string };

const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/** One server with each service under a prefix of its own, so that hooks of one never touch another. Not yet listening. */
export async function createSimulatorServer(deps: SimulatorDeps): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: LARGEST_BODY_BYTES, forceCloseConnections: true });
  await server.register(async (scope) => registerAdminRoutes(scope, deps), { prefix: '/admin' });
  await server.register(async (scope) => registerKalshiRoutes(scope, deps), { prefix: '/kalshi/trade-api/v2' });
  await server.register(async (scope) => registerOpenRouterRoutes(scope, deps), { prefix: '/openrouter/api/v1' });
  await server.register(async (scope) => registerExaRoutes(scope, deps), { prefix: '/exa' });
  return server;
}
