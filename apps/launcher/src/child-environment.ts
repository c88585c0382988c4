import type { Environment } from '@coliseum/config/environment';
import type { Addresses } from './addresses.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** The simulator accepts any key, but the clients refuse to start without one. */
const SIMULATOR_KEY = 'simulator';

type ChildEnvironmentOptions = {
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly addresses: Addresses;
  /** The launcher's own environment. */
  readonly inherited: NodeJS.ProcessEnv;
};

/**
 * The variables of all children together; {@link selectVariables} gives each its own. Every address is explicit, so
 * that no child has to work out what runs where. `COLISEUM_EXHIBITION` is too: a child that has keys and addresses
 * cannot tell by itself.
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
    COLISEUM_SEED: environment.seed,
    DATASET_DIR: environment.datasetDir,
    API_PORT: String(environment.apiPort),
    API_URL: addresses.apiUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/** What Node and the system itself need, in every process. Matched without regard to case: Windows writes `Path`. */
const SYSTEM_VARIABLES = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TERM',
  'NO_COLOR',
  'FORCE_COLOR',
  'TMPDIR',
  'TMP',
  'TEMP',
  'NODE_ENV',
  'NODE_OPTIONS',
  'NODE_COMPILE_CACHE',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SYSTEMROOT',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

/** What decides how a day is played. `prepare` plays days too. */
const MATCH_DAY_VARIABLES = [
  'ARENA_COMMAND',
  'MONGODB_URL',
  'COLISEUM_EXHIBITION',
  'COLISEUM_SEED',
  'COLISEUM_PERSONAS_DIR',
  'AGENT_MODELS',
  'SELECTOR_MODEL',
  'DAILY_RUN_AT_UTC',
  'FEE_RULE',
  'DECISION_TIMEOUT_MS',
  'DECISION_CONCURRENCY',
  'DAILY_BUDGET_USD',
  'DAILY_WARNING_USD',
  'LOG_LEVEL',
];

/** The variables that each process reads, in addition to those of the system. None gets another one's secrets. */
const CHILD_VARIABLES = {
  'local-stack': [],
  simulator: [],
  prepare: MATCH_DAY_VARIABLES,
  api: [
    'ARENA_COMMAND',
    'MONGODB_URL',
    'COLISEUM_EXHIBITION',
    'DAILY_RUN_AT_UTC',
    'FEE_RULE',
    'API_HOST',
    'API_PORT',
    'CORS_ORIGINS',
    'DATASET_DIR',
    'LOG_LEVEL',
  ],
  worker: [
    ...MATCH_DAY_VARIABLES,
    'DATASET_DIR',
    'QUEUE_URL',
    'KALSHI_BASE_URL',
    'OPENROUTER_BASE_URL',
    'OPENROUTER_API_KEY',
    'EXA_BASE_URL',
    'EXA_API_KEY',
    'LOGFIRE_TOKEN',
    'LOGFIRE_BASE_URL',
    'WORKER_HOST',
    'WORKER_PORT',
    'OPERATOR_TOKEN',
    'ALERT_SLACK_WEBHOOK_URL',
    'ALERT_SMTP_URL',
    'ALERT_EMAIL_FROM',
    'ALERT_EMAIL_TO',
    // It alone talks to the outside, which may be behind a proxy. The proxy's address may hold a password.
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'NODE_USE_ENV_PROXY',
  ],
  web: ['API_URL', 'NEXT_TELEMETRY_DISABLED'],
} as const satisfies Record<string, readonly string[]>;

/** A process that the launcher starts. */
export type ChildName = keyof typeof CHILD_VARIABLES;

/** The part of the environment that a process needs. Whatever is not listed for it stays with the launcher. */
export function selectVariables(name: ChildName, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const needed = new Set<string>([...SYSTEM_VARIABLES, ...CHILD_VARIABLES[name]]);
  return Object.fromEntries(
    Object.entries(environment).filter(([variable]) => isNeeded(variable.toUpperCase(), needed)),
  );
}

/** A variable may also stand in a file that NAME_FILE names. */
function isNeeded(variable: string, needed: ReadonlySet<string>): boolean {
  return needed.has(variable) || needed.has(variable.replace(/_FILE$/, ''));
}
