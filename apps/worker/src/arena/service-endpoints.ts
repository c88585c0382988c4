import type { Environment } from '@coliseum/config/environment';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { resolveServiceModes } from '@coliseum/config/service-modes';

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
export function resolveServiceEndpoints(
  environment: Environment,
  simulator: SimulatorAddresses | null,
): ServiceEndpoints {
  const modes = resolveServiceModes(environment);
  const selectSimulator = (mode: 'real' | 'simulated'): SimulatorAddresses | null =>
    mode === 'simulated' ? simulator : null;
  return {
    kalshi: {
      baseUrls:
        toBaseUrls(selectSimulator(modes.kalshi)?.kalshiBaseUrl) ??
        environment.kalshiBaseUrls ??
        serviceAddresses.kalshi,
      pace: modes.kalshi === 'simulated' ? UNPACED : {},
    },
    openRouter: {
      baseUrl:
        selectSimulator(modes.openRouter)?.openRouterBaseUrl ??
        environment.openRouterBaseUrl ??
        serviceAddresses.openRouter,
      apiKey: environment.openRouterApiKey ?? SIMULATOR_KEY,
    },
    exa: {
      baseUrl: selectSimulator(modes.exa)?.exaBaseUrl ?? environment.exaBaseUrl ?? serviceAddresses.exa,
      apiKey: environment.exaApiKey ?? SIMULATOR_KEY,
      pace: modes.exa === 'simulated' ? UNPACED : {},
    },
  };
}

function toBaseUrls(url: string | undefined): readonly string[] | undefined {
  return url === undefined ? undefined : [url];
}
