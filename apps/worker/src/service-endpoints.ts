import type { Environment } from '@coliseum/config/environment';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { serviceModes } from '@coliseum/config/service-modes';

/** No limit of our own: the simulator has none. */
const UNPACED = { requestsPerSecond: Number.POSITIVE_INFINITY } as const;
/** The simulator takes any key, as long as there is one. */
const SIMULATOR_KEY = 'exhibition';

type Pace = { readonly requestsPerSecond?: number };

export type ServiceEndpoints = {
  readonly kalshi: { readonly baseUrls: readonly string[]; readonly pace: Pace };
  readonly openRouter: { readonly baseUrl: string; readonly apiKey: string };
  readonly exa: { readonly baseUrl: string; readonly apiKey: string; readonly pace: Pace };
};

/** The addresses of a running simulator. */
export type SimulatorAddresses = {
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
};

/** Where each service is reached: the real one when its key is set, else the simulator. */
export function serviceEndpoints(environment: Environment, simulator: SimulatorAddresses | null): ServiceEndpoints {
  const modes = serviceModes(environment);
  const simulated = (mode: 'real' | 'simulated'): SimulatorAddresses | null =>
    mode === 'simulated' ? simulator : null;
  return {
    kalshi: {
      baseUrls:
        baseUrlOf(simulated(modes.kalshi)?.kalshiBaseUrl) ?? environment.kalshiBaseUrls ?? serviceAddresses.kalshi,
      pace: modes.kalshi === 'simulated' ? UNPACED : {},
    },
    openRouter: {
      baseUrl:
        simulated(modes.openRouter)?.openRouterBaseUrl ?? environment.openRouterBaseUrl ?? serviceAddresses.openRouter,
      apiKey: environment.openRouterApiKey ?? SIMULATOR_KEY,
    },
    exa: {
      baseUrl: simulated(modes.exa)?.exaBaseUrl ?? environment.exaBaseUrl ?? serviceAddresses.exa,
      apiKey: environment.exaApiKey ?? SIMULATOR_KEY,
      pace: modes.exa === 'simulated' ? UNPACED : {},
    },
  };
}

function baseUrlOf(url: string | undefined): readonly string[] | undefined {
  return url === undefined ? undefined : [url];
}
