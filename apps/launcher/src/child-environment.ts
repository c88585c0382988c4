import type { Environment } from '@coliseum/config/environment';
import type { Addresses } from './addresses.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** The simulator accepts any key, but the clients refuse to start without one. */
const SIMULATOR_KEY = 'simulator';

type ChildEnvironmentOptions = {
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly addresses: Addresses;
  /** The launcher's own environment, passed on to every child. */
  readonly inherited: NodeJS.ProcessEnv;
};

/**
 * The environment of api, worker and web. Every address is explicit, so that no child has to work out what runs where.
 * `COLISEUM_EXHIBITION` is too: a child that has keys and addresses cannot tell by itself.
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

/** Only the services that run match days and send alerts need these. */
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

/** The environment of the site: the same without secrets, which it has no use for. */
export function buildWebEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SECRETS.has(name)));
}
