import { readEnvironment } from '@coliseum/config/environment';
import { expect, test } from 'vitest';
import { resolveAddresses } from './addresses.ts';
import { planLaunch } from './launch-plan.ts';
import { formatStartSummary } from './start-summary.ts';

const simulator = {
  kalshiBaseUrl: 'http://127.0.0.1:3/kalshi',
  openRouterBaseUrl: 'http://127.0.0.1:3/openrouter',
  exaBaseUrl: 'http://127.0.0.1:3/exa',
};

function formatSummary(env: Record<string, string>): string {
  const environment = readEnvironment(env);
  const plan = planLaunch(environment, '/repo');
  const stack = {
    mongodbUrl: 'mongodb://127.0.0.1:1/coliseum?replicaSet=coliseum',
    queueUrl: 'postgres://127.0.0.1:2/q',
  };
  const addresses = resolveAddresses({ environment, plan, stack, simulator });
  const local = { database: environment.mongodbUrl === undefined, queue: environment.queueUrl === undefined };
  const queuePage = environment.operatorToken === undefined ? null : 'http://127.0.0.1:5/queues';
  return formatStartSummary({ plan, addresses, apiPort: environment.apiPort, queuePage, local });
}

test('the summary gives every address and says that this is an exhibition', () => {
  const summary = formatSummary({ WEB_PORT: '3100', API_PORT: '4100' });

  expect(summary).toContain('exhibition: simulated markets, models, and research.');
  expect(summary).toContain('http://localhost:3100');
  expect(summary).toContain('http://localhost:4100/api/docs');
  expect(summary).toContain('mongodb://127.0.0.1:1/coliseum?replicaSet=coliseum   local stack');
  expect(summary).toContain('/repo/.coliseum/logs');
});

test('the exhibition notice names only what is simulated', () => {
  expect(formatSummary({ OPENROUTER_API_KEY: 'a' })).toContain('exhibition: simulated markets and research.');
  expect(formatSummary({ OPENROUTER_API_KEY: 'a', EXA_API_KEY: 'b' })).not.toContain('exhibition');
});

test('the summary contains no password and no key', () => {
  const summary = formatSummary({
    MONGODB_URL: 'mongodb://user:s3%40s3cret@db.example/arena?authSource=admin',
    QUEUE_URL: 'redis://:s3@s3cret@queue.example',
    OPENROUTER_API_KEY: 's3cret',
    OPERATOR_TOKEN: 'the-s3cret-of-an-operator',
  });

  expect(summary).not.toContain('s3cret');
  expect(summary).toContain('mongodb://db.example/arena');
  expect(summary).toContain('redis://queue.example');
});

test('the queue page is listed only when an operator token is set', () => {
  expect(formatSummary({ OPERATOR_TOKEN: 'a-token-of-twenty-one' })).toContain('http://127.0.0.1:5/queues');
  expect(formatSummary({})).not.toContain('/queues');
});
