import type { Environment } from '@coliseum/config/environment';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { present } from '@coliseum/domain/assert';
import type { LaunchPlan } from './launch-plan.ts';

/** What the local stack says when it is ready. */
export type StackAddresses = { readonly mongodbUrl?: string; readonly queueUrl?: string };

/** What the simulator says when it is ready. */
export type SimulatorAddresses = {
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
};

/** Where everything is, once the local stack and the simulator are up. */
export type Addresses = {
  readonly mongodbUrl: string;
  readonly queueUrl: string;
  readonly kalshiBaseUrl: string;
  readonly openRouterBaseUrl: string;
  readonly exaBaseUrl: string;
  readonly webUrl: string;
  readonly apiUrl: string;
};

type Known = {
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly stack: StackAddresses;
  readonly simulator: SimulatorAddresses | undefined;
};

/** Puts together what the environment names and what was started here. What the environment names wins. */
export function resolveAddresses({ environment, plan, stack, simulator }: Known): Addresses {
  const { modes } = plan;
  const kalshi = (environment.kalshiBaseUrls ?? serviceAddresses.kalshi).join(',');
  const openRouter = environment.openRouterBaseUrl ?? serviceAddresses.openRouter;
  const exa = environment.exaBaseUrl ?? serviceAddresses.exa;
  const simulated = (url: string | undefined) => present(url, 'the address of the simulator');
  return {
    mongodbUrl: present(environment.mongodbUrl ?? stack.mongodbUrl, 'the address of the database'),
    queueUrl: present(environment.queueUrl ?? stack.queueUrl, 'the address of the queue'),
    kalshiBaseUrl: modes.kalshi === 'real' ? kalshi : simulated(simulator?.kalshiBaseUrl),
    openRouterBaseUrl: modes.openRouter === 'real' ? openRouter : simulated(simulator?.openRouterBaseUrl),
    exaBaseUrl: modes.exa === 'real' ? exa : simulated(simulator?.exaBaseUrl),
    webUrl: `http://localhost:${environment.webPort}`,
    apiUrl: environment.apiUrl ?? `http://127.0.0.1:${environment.apiPort}`,
  };
}
