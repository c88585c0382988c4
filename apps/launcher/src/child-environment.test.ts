import { readEnvironment } from '@coliseum/config/environment';
import { expect, test } from 'vitest';
import { resolveAddresses } from './addresses.ts';
import { buildChildEnvironment, buildWebEnvironment } from './child-environment.ts';
import { planLaunch } from './launch-plan.ts';

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
    COLISEUM_DATA_DIR: '/repo/.coliseum',
    API_URL: 'http://127.0.0.1:4000',
  });
});

test('the variables given to a child parse to the environment they describe', () => {
  const child = readEnvironment(buildEnvironment({ WEB_PORT: '3100', API_PORT: '4100', COLISEUM_SEED: 'x' }));

  expect(child).toMatchObject({ webPort: 3100, apiPort: 4100, seed: 'x', exhibition: true });
});

test('the worker and the API get the same start time and fee rule', () => {
  const child = readEnvironment(buildEnvironment({ DAILY_RUN_AT_UTC: '09:30', FEE_RULE: 'kalshi-quadratic' }));

  expect(child).toMatchObject({ dailyRunAtUtc: '09:30', feeRule: 'kalshi-quadratic' });
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

test('the site gets neither keys nor the database', () => {
  const web = buildWebEnvironment(buildEnvironment({ OPENROUTER_API_KEY: 'key-a' }));

  expect(Object.keys(web)).not.toContain('OPENROUTER_API_KEY');
  expect(Object.keys(web)).not.toContain('MONGODB_URL');
  expect(web['API_URL']).toBe('http://127.0.0.1:4000');
});
