import type { Environment } from '@coliseum/config/environment';
import { serviceModes } from '@coliseum/config/service-modes';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { serviceEndpoints, type ServiceEndpoints } from '../service-endpoints.ts';

/** Runs `work` with the addresses of the three services; a simulator stands in for those that have no key. */
export async function withServices<T>(
  environment: Environment,
  work: (endpoints: ServiceEndpoints) => Promise<T>,
): Promise<T> {
  const { kalshi, openRouter, exa } = serviceModes(environment);
  const isSimulated =
    kalshi === 'simulated' ||
    (openRouter === 'simulated' && environment.openRouterBaseUrl === undefined) ||
    (exa === 'simulated' && environment.exaBaseUrl === undefined);
  if (!isSimulated) return await work(serviceEndpoints(environment, null));
  const simulator = await startSimulator({ port: 0, seed: environment.seed });
  try {
    return await work(serviceEndpoints(environment, simulator));
  } finally {
    await simulator.stop();
  }
}
