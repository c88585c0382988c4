import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { resolveServiceEndpoints, type ServiceEndpoints } from '../arena/service-endpoints.ts';

/** Runs `work` with the endpoints of the three services. A simulator stands in for those without a key. */
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
