import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { resolveServiceEndpoints, type ServiceEndpoints } from '../arena/service-endpoints.ts';

/** Runs `work` with the addresses of the three services; a simulator stands in for those that have no key. */
export async function withServices<T>(
  environment: Environment,
  work: (endpoints: ServiceEndpoints) => Promise<T>,
): Promise<T> {
  const { kalshi, openRouter, exa } = resolveServiceModes(environment);
  const isSimulated =
    kalshi === 'simulated' ||
    (openRouter === 'simulated' && environment.openRouterBaseUrl === undefined) ||
    (exa === 'simulated' && environment.exaBaseUrl === undefined);
  if (!isSimulated) return await work(resolveServiceEndpoints(environment, null));
  const simulator = await startSimulator({ port: 0, seed: environment.seed });
  try {
    return await work(resolveServiceEndpoints(environment, simulator));
  } finally {
    await simulator.stop();
  }
}
