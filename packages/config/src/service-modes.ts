import type { Environment } from './environment.ts';

export type ServiceMode = 'real' | 'simulated';

export type ServiceModes = {
  readonly kalshi: ServiceMode;
  readonly openRouter: ServiceMode;
  readonly exa: ServiceMode;
  /** Something the spectators see was simulated; every page says so. */
  readonly exhibition: boolean;
};

type ServiceSettings = Pick<Environment, 'openRouterApiKey' | 'exaApiKey' | 'kalshiBaseUrls' | 'exhibition'>;

/**
 * Which services are real: each one when its key is set. Kalshi needs no key, so it is real when an address is given
 * or when both others are real. `exhibition` follows, unless the environment sets it.
 */
export function resolveServiceModes(environment: ServiceSettings): ServiceModes {
  const openRouter = toServiceMode(environment.openRouterApiKey !== undefined);
  const exa = toServiceMode(environment.exaApiKey !== undefined);
  const kalshi = toServiceMode(environment.kalshiBaseUrls !== undefined || (openRouter === 'real' && exa === 'real'));
  const exhibition = environment.exhibition ?? [kalshi, openRouter, exa].includes('simulated');
  return { kalshi, openRouter, exa, exhibition };
}

function toServiceMode(isReal: boolean): ServiceMode {
  return isReal ? 'real' : 'simulated';
}
