import type { Environment } from '@coliseum/config/environment';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { resolveServiceModes } from '@coliseum/config/service-modes';

/** The simulator has no rate limit. */
const UNPACED = { requestsPerSecond: Number.POSITIVE_INFINITY } as const;
/** The simulator accepts any key, but requires one. */
const SIMULATOR_KEY = 'exhibition';

type Pace = { readonly requestsPerSecond?: number };

export type ServiceEndpoints = {
  readonly kalshi: { readonly baseUrls: readonly string[]; readonly pace: Pace };
  readonly openRouter: { readonly baseUrl: string; readonly apiKey: string };
  readonly exa: { readonly baseUrl: string; readonly apiKey: string; readonly pace: Pace };
};

/** Base URLs of a running simulator. */
export type SimulatorAddresses = {
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
};

/** Resolves the endpoint of each service: the real one when its key is set, otherwise the simulator. */
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
