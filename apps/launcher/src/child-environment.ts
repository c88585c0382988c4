import type { Environment } from '@coliseum/config/environment';
import type { Addresses } from './addresses.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** The simulator takes any key; the clients refuse to start with none. */
const SIMULATOR_KEY = 'simulator';

type ChildEnvironmentOptions = {
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly addresses: Addresses;
  /** What the launcher itself was started with: it goes on to every child. */
  readonly inherited: NodeJS.ProcessEnv;
};

/**
 * The environment of api, worker and web: every address said outright, so that no child has to guess again what runs
 * where. `COLISEUM_EXHIBITION` is said as well, since a child that is given keys and addresses cannot tell.
 */
export function buildChildEnvironment({
  environment,
  plan,
  addresses,
  inherited,
}: ChildEnvironmentOptions): NodeJS.ProcessEnv {
  return {
    ...inherited,
    MONGODB_URL: addresses.mongodbUrl,
    QUEUE_URL: addresses.queueUrl,
    KALSHI_BASE_URL: addresses.kalshiBaseUrl,
    OPENROUTER_BASE_URL: addresses.openRouterBaseUrl,
    OPENROUTER_API_KEY: environment.openRouterApiKey ?? SIMULATOR_KEY,
    EXA_BASE_URL: addresses.exaBaseUrl,
    EXA_API_KEY: environment.exaApiKey ?? SIMULATOR_KEY,
    COLISEUM_EXHIBITION: String(plan.modes.exhibition),
    COLISEUM_DATA_DIR: plan.dataDir,
    COLISEUM_SEED: environment.seed,
    WEB_PORT: String(environment.webPort),
    API_PORT: String(environment.apiPort),
    API_URL: addresses.apiUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** What only those who play and alert have a use for. */
const SECRETS: ReadonlySet<string> = new Set([
  'OPENROUTER_API_KEY',
  'EXA_API_KEY',
  'MONGODB_URL',
  'QUEUE_URL',
  'LOGFIRE_TOKEN',
  'OPERATOR_TOKEN',
  'ALERT_SLACK_WEBHOOK_URL',
  'ALERT_SMTP_URL',
]);

/** The same without any secret: the site has no use for them. */
export function buildWebEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SECRETS.has(name)));
}
