import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readEnvironment } from '@coliseum/config/environment';
import { expect, test } from 'vitest';
import { resolveAddresses } from './addresses.ts';
import { buildChildEnvironment, selectVariables, type ChildName } from './child-environment.ts';
import { planLaunch } from './launch-plan.ts';

const documented = Object.keys(parseEnv(readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')));

const stack = { mongodbUrl: 'mongodb://127.0.0.1:1/coliseum', queueUrl: 'postgres://127.0.0.1:2/queue' };
const simulator = {
  kalshiBaseUrl: 'http://127.0.0.1:3/kalshi/trade-api/v2',
  openRouterBaseUrl: 'http://127.0.0.1:3/openrouter/api/v1',
  exaBaseUrl: 'http://127.0.0.1:3/exa',
};

function buildEnvironment(env: Record<string, string>) {
  const environment = readEnvironment(env);
  const plan = planLaunch(environment, '/repo');
  const addresses = resolveAddresses({ environment, plan, stack, simulator });
  return buildChildEnvironment({ environment, plan, addresses, inherited: env });
}

test('children get every address of the local stack and the simulator, and the exhibition flag', () => {
  expect(buildEnvironment({})).toMatchObject({
    MONGODB_URL: stack.mongodbUrl,
    QUEUE_URL: stack.queueUrl,
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    EXA_BASE_URL: simulator.exaBaseUrl,
    COLISEUM_EXHIBITION: 'true',
    API_URL: 'http://127.0.0.1:4000',
  });
});

test('the variables given to the worker parse to the environment they describe', () => {
  const child = readEnvironment(
    selectVariables('worker', buildEnvironment({ FEE_RULE: 'gross-7', COLISEUM_SEED: 'x' })),
  );

  expect(child).toMatchObject({ seed: 'x', exhibition: true, feeRule: 'gross-7' });
});

test('the worker and the API get the same start time and fee rule', () => {
  const environment = buildEnvironment({ DAILY_RUN_AT_UTC: '09:30', FEE_RULE: 'kalshi-quadratic' });

  for (const name of ['worker', 'api', 'prepare'] as const) {
    const child = readEnvironment(selectVariables(name, environment));
    expect(child, name).toMatchObject({ dailyRunAtUtc: '09:30', feeRule: 'kalshi-quadratic' });
  }
});

test('the API reads the dataset where the worker writes it', () => {
  const environment = buildEnvironment({ COLISEUM_DATA_DIR: '/srv/arena' });

  for (const name of ['worker', 'api'] as const) {
    expect(readEnvironment(selectVariables(name, environment)).datasetDir, name).toBe('/srv/arena/dataset');
  }
});

test('both keys select the real services, with both Kalshi addresses', () => {
  const env = buildEnvironment({ OPENROUTER_API_KEY: 'key-a', EXA_API_KEY: 'key-b' });

  expect(env).toMatchObject({
    OPENROUTER_API_KEY: 'key-a',
    EXA_API_KEY: 'key-b',
    OPENROUTER_BASE_URL: 'https://openrouter.ai/api/v1',
    COLISEUM_EXHIBITION: 'false',
  });
  expect(env['KALSHI_BASE_URL']?.split(',')).toHaveLength(2);
});

test('one key selects one real service and leaves the others simulated', () => {
  const env = buildEnvironment({ OPENROUTER_API_KEY: 'key-a' });

  expect(env).toMatchObject({
    OPENROUTER_API_KEY: 'key-a',
    OPENROUTER_BASE_URL: 'https://openrouter.ai/api/v1',
    EXA_BASE_URL: simulator.exaBaseUrl,
    COLISEUM_EXHIBITION: 'true',
  });
});

test('a database set in the environment takes precedence over the local one', () => {
  expect(buildEnvironment({ MONGODB_URL: 'mongodb://db.example/arena' })).toMatchObject({
    MONGODB_URL: 'mongodb://db.example/arena',
    QUEUE_URL: stack.queueUrl,
  });
});

const matchDay = [
  'AGENT_MODELS',
  'ARENA_COMMAND',
  'COLISEUM_EXHIBITION',
  'COLISEUM_PERSONAS_DIR',
  'COLISEUM_SEED',
  'DAILY_BUDGET_USD',
  'DAILY_WARNING_USD',
  'DAILY_RUN_AT_UTC',
  'DECISION_CONCURRENCY',
  'DECISION_TIMEOUT_MS',
  'FEE_RULE',
  'LOG_LEVEL',
  'MONGODB_URL',
  'SELECTOR_MODEL',
];

/** What each process may be given, written out once more: a variable that is added here was added on purpose. */
const allowed: Record<ChildName, readonly string[]> = {
  'local-stack': [],
  simulator: [],
  prepare: matchDay,
  api: [
    'ARENA_COMMAND',
    'API_HOST',
    'API_PORT',
    'COLISEUM_EXHIBITION',
    'CORS_ORIGINS',
    'DAILY_RUN_AT_UTC',
    'DATASET_DIR',
    'FEE_RULE',
    'LOG_LEVEL',
    'MONGODB_URL',
  ],
  worker: [
    ...matchDay,
    'ALERT_EMAIL_FROM',
    'ALERT_EMAIL_TO',
    'ALERT_SLACK_WEBHOOK_URL',
    'ALERT_SMTP_URL',
    'DATASET_DIR',
    'EXA_API_KEY',
    'EXA_BASE_URL',
    'HTTPS_PROXY',
    'KALSHI_BASE_URL',
    'LOGFIRE_BASE_URL',
    'LOGFIRE_TOKEN',
    'OPENROUTER_API_KEY',
    'OPENROUTER_BASE_URL',
    'OPERATOR_TOKEN',
    'QUEUE_URL',
    'WORKER_HOST',
    'WORKER_PORT',
  ],
  web: ['API_URL', 'NEXT_TELEMETRY_DISABLED'],
};
const names = Object.keys(allowed).filter((name): name is ChildName => name in allowed);

/** Every documented variable with a value, and what else may stand in an operator's shell. */
const everything: NodeJS.ProcessEnv = {
  ...Object.fromEntries(documented.map((name) => [name, 'x'])),
  ...Object.fromEntries(['PATH', 'HOME', 'NEXT_TELEMETRY_DISABLED', 'HTTPS_PROXY'].map((name) => [name, 'x'])),
  ...Object.fromEntries(
    ['AWS_SECRET_ACCESS_KEY', 'GITHUB_TOKEN', 'DATABASE_URL', 'KUBECONFIG'].map((name) => [name, 'x']),
  ),
};

test.each(names)('%s is given exactly the variables it reads, and what every process needs', (name) => {
  const given = Object.keys(selectVariables(name, everything));
  expect(given.toSorted()).toEqual(['HOME', 'PATH', ...allowed[name]].toSorted());
});

test('every documented variable reaches a process, except those that the launcher, the tests or Compose read', () => {
  const given = new Set(names.flatMap((name) => Object.keys(selectVariables(name, everything))));
  expect(documented.filter((name) => !given.has(name)).toSorted()).toEqual([
    'CHROMIUM_PATH',
    'COLISEUM_DATA_DIR',
    'COMPOSE_PROFILES',
    'HTTPS_PORT',
    'HTTP_PORT',
    'MONGODB_READER_URL',
    'SITE_HOST',
    'WEB_HOST',
    'WEB_PORT',
  ]);
});

test('a variable of the system is passed on however it is written', () => {
  expect(selectVariables('web', { Path: 'x', SystemRoot: 'y', path_to_keys: 'z' })).toEqual({
    Path: 'x',
    SystemRoot: 'y',
  });
});

test('a variable that stands in a file reaches the same processes', () => {
  expect(selectVariables('worker', { EXA_API_KEY_FILE: 'x' })).toEqual({ EXA_API_KEY_FILE: 'x' });
  expect(selectVariables('api', { EXA_API_KEY_FILE: 'x' })).toEqual({});
});
