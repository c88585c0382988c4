import type { Environment } from '@coliseum/config/environment';
import { formatLocalUrl } from '@coliseum/config/local-url';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { ensurePresent } from '@coliseum/domain/assert';
import type { LaunchPlan } from './launch-plan.ts';

/** The addresses in the ready message of the local stack. */
export type StackAddresses = { readonly mongodbUrl?: string; readonly queueUrl?: string };

/** The addresses in the ready message of the simulator. */
export type SimulatorAddresses = {
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
};

/** The address of every service, once the local stack and the simulator are up. */
export type Addresses = {
  readonly mongodbUrl: string;
  readonly queueUrl: string;
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
  readonly webUrl: string;
  readonly apiUrl: string;
};

type AddressSources = {
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly stack: StackAddresses;
  readonly simulator: SimulatorAddresses | undefined;
};

/** Combines the addresses set in the environment with those of the stand-ins. The environment takes precedence. */
export function resolveAddresses({ environment, plan, stack, simulator }: AddressSources): Addresses {
  const { modes } = plan;
  const kalshi = (environment.kalshiBaseUrls ?? serviceAddresses.kalshi).join(',');
  const openRouter = environment.openRouterBaseUrl ?? serviceAddresses.openRouter;
  const exa = environment.exaBaseUrl ?? serviceAddresses.exa;
  const requireSimulatorUrl = (url: string | undefined) => ensurePresent(url, 'the address of the simulator');
  return {
    mongodbUrl: ensurePresent(environment.mongodbUrl ?? stack.mongodbUrl, 'the address of the database'),
    queueUrl: ensurePresent(environment.queueUrl ?? stack.queueUrl, 'the address of the queue'),
    kalshiBaseUrl: modes.kalshi === 'real' ? kalshi : requireSimulatorUrl(simulator?.kalshiBaseUrl),
    openRouterBaseUrl: modes.openRouter === 'real' ? openRouter : requireSimulatorUrl(simulator?.openRouterBaseUrl),
    exaBaseUrl: modes.exa === 'real' ? exa : requireSimulatorUrl(simulator?.exaBaseUrl),
    webUrl: `http://localhost:${environment.webPort}`,
    apiUrl: environment.apiUrl ?? formatLocalUrl(environment.apiHost, environment.apiPort),
  };
}
