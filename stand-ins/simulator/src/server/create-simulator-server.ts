import fastify, { type FastifyInstance } from 'fastify';
import { registerClockRoutes } from '../admin/clock-routes.ts';
import { registerFaultRoutes } from '../admin/fault-routes.ts';
import { refuseForeignHosts } from '../admin/refuse-foreign-hosts.ts';
import { registerRequestRoutes } from '../admin/request-routes.ts';
import { registerExaRoutes } from '../exa/exa-routes.ts';
import { exaFaults } from '../faults/exa/exa-faults.ts';
import { createFaultyUniverse } from '../faults/kalshi/faulty-universe.ts';
import { createKalshiFaults } from '../faults/kalshi/kalshi-faults.ts';
import { createOpenRouterFaults } from '../faults/openrouter/openrouter-faults.ts';
import { registerFaultHooks } from '../faults/register-fault-hooks.ts';
import { registerKalshiRoutes } from '../kalshi/kalshi-routes.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import { registerOpenRouterRoutes } from '../openrouter/openrouter-routes.ts';
import type { SimulatorWorld } from './simulator-world.ts';

type SimulatorDeps = SimulatorWorld & {
  readonly universe: MarketUniverse;
  readonly seed: string;
  /** The name or address that it will listen on. */
  readonly host: string;
};

const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/** One server with each service under a prefix of its own, so that hooks of one never touch another. Not yet listening. */
export async function createSimulatorServer(deps: SimulatorDeps): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: LARGEST_BODY_BYTES, forceCloseConnections: true });
  const { faults, clock } = deps;
  const services = { ...deps, universe: createFaultyUniverse(deps.universe, faults) };
  const register = async (prefix: string, routes: (scope: FastifyInstance) => void): Promise<void> => {
    await server.register(async (scope) => routes(scope), { prefix });
  };
  await register('/admin', (scope) => {
    refuseForeignHosts(scope, deps.host);
    // What was changed is kept before it is confirmed.
    scope.addHook('onSend', async ({ method }) => (method === 'GET' ? undefined : deps.keeper.flush()));
    registerClockRoutes(scope, deps);
    registerFaultRoutes(scope, deps);
    registerRequestRoutes(scope, deps);
  });
  await register('/kalshi/trade-api/v2', (scope) => {
    registerFaultHooks(scope, deps, createKalshiFaults(faults));
    registerKalshiRoutes(scope, services);
  });
  await register('/openrouter/api/v1', (scope) => {
    registerFaultHooks(scope, deps, createOpenRouterFaults(faults, clock));
    registerOpenRouterRoutes(scope, services);
  });
  await register('/exa', (scope) => {
    registerFaultHooks(scope, deps, exaFaults);
    registerExaRoutes(scope, services);
  });
  return server;
}
