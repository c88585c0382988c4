import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { systemClock } from '@coliseum/domain/clock';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { createLogger } from '@coliseum/observability/logger';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { audit } from '../audit/audit.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startWorkerProcess } from '../testing/start-worker-process.ts';
import { startWorker } from './start-worker.ts';

/** One of the eight models. Its first call is never answered. */
const HANGING_MODEL = 'openai/gpt-6.1-sol';

let dataDir: string;
let stack: LocalStack;
let simulator: Simulator;
let database: Database;
let env: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coliseum-stop-'));
  stack = await startLocalStack({ dataDir });
  simulator = await startSimulator({
    port: 0,
    seed: 'stop',
    scenario: {
      faults: [{ name: 'hangs once', service: 'openrouter', model: HANGING_MODEL, kinds: ['hang'], calls: [1] }],
      latencies: [{ service: 'openrouter', endpoint: '/chat/completions', latency: { kind: 'fixed', ms: 400 } }],
    },
  });
  env = {
    MONGODB_URL: stack.mongodbUrl,
    QUEUE_URL: stack.queueUrl ?? '',
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    OPENROUTER_API_KEY: 'simulated',
    EXA_BASE_URL: simulator.exaBaseUrl,
    EXA_API_KEY: 'simulated',
    // Due at any time.
    DAILY_RUN_AT_UTC: '00:00',
    // Low, so that some agents are still unasked when the worker stops.
    DECISION_CONCURRENCY: '4',
    LOG_LEVEL: 'silent',
  };
  database = await connectDatabase({ url: stack.mongodbUrl });
  await database.migrate();
  await seedConfiguredAgents(database, readEnvironment(env), systemClock.now());
});
afterAll(async () => {
  await database.close();
  await simulator.stop();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The agents' calls so far, and whether they were answered. */
function listDecisions(): { readonly question: string; readonly isAnswered: boolean }[] {
  return simulator
    .requests()
    .filter(({ endpoint, body }) => endpoint === '/chat/completions' && JSON.stringify(body).includes('bet_decision'))
    .map(({ body, status }) => ({ question: JSON.stringify(body), isAnswered: status === 200 }));
}

test('a worker stopped during a match day hands it over, and no answered call is paid twice', async () => {
  const first = await startWorkerProcess(env);
  onTestFinished(() => first.kill());
  await vi.waitFor(() => expect(listDecisions().length).toBeGreaterThan(8), { timeout: 120_000, interval: 20 });
  const second = await startWorker(readEnvironment(env), createLogger({ level: 'silent', pretty: false }));

  const stoppedAt = performance.now();
  expect(await first.terminate()).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(60_000);
  const askedByFirst = listDecisions().length;
  expect(askedByFirst).toBeLessThan(ANSWERS_PER_DAY);

  await vi.waitFor(async () => expect(await database.batches.count()).toBe(1), { timeout: 120_000, interval: 100 });
  // Far less than the ninety seconds after which an abandoned lease expires.
  expect(performance.now() - stoppedAt).toBeLessThan(60_000);
  await second.stop();

  const answered = listDecisions().filter(({ isAnswered }) => isAnswered);
  expect(new Set(answered.map(({ question }) => question)).size).toBe(answered.length);
  expect(listDecisions().filter(({ isAnswered }) => !isAnswered)).toHaveLength(1);
  expect(answered).toHaveLength(ANSWERS_PER_DAY);
  expect(await audit(database, () => {})).toMatchObject({
    ok: true,
    checked: { events: MATCHES_PER_DAY, bets: ANSWERS_PER_DAY },
  });
});
