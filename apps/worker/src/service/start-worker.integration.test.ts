import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { systemClock } from '@coliseum/domain/clock';
import { toMatchDate } from '@coliseum/domain/match-date';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { createLogger } from '@coliseum/observability/logger';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue } from '@coliseum/queue/create-queue';
import { openBoardQueue } from '@coliseum/queue/open-board-queue';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createArenaContext } from '../arena/create-arena-context.ts';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { resolveServiceEndpoints } from '../arena/service-endpoints.ts';
import { audit } from '../audit/audit.ts';
import { keepSchedules } from '../schedule/keep-schedules.ts';
import { findMissingSchedules } from '../schedule/schedules.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startWorker } from './start-worker.ts';

let dataDir: string;
let stack: LocalStack;
let simulator: Simulator;
let database: Database;
let environment: ReturnType<typeof readEnvironment>;
const logger = createLogger({ level: 'silent', pretty: false });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coliseum-service-'));
  stack = await startLocalStack({ dataDir });
  simulator = await startSimulator({ port: 0, seed: 'service' });
  environment = readEnvironment({
    MONGODB_URL: stack.mongodbUrl,
    QUEUE_URL: stack.queueUrl ?? '',
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    EXA_BASE_URL: simulator.exaBaseUrl,
    // Due at any time, so that the worker has a day to play whenever the test runs.
    DAILY_RUN_AT_UTC: '00:00',
  });
  database = await connectDatabase({ url: stack.mongodbUrl });
});
afterAll(async () => {
  await database.close();
  await simulator.stop();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the worker refuses to start on a database that is not migrated', async () => {
  await expect(startWorker(environment, logger)).rejects.toMatchObject({ code: 'DATABASE_NOT_MIGRATED' });
});

test('the worker plays the due day and creates its schedules, and a restart repeats neither', async () => {
  await database.migrate();
  await seedConfiguredAgents(database, environment, systemClock.now());
  const before = toMatchDate(new Date());
  const first = await startWorker(environment, logger);
  const ready = await fetch(`${first.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', parts: { database: 'ok', queue: 'ok', schedules: 'ok', worker: 'ok' } },
  ]);
  expect((await fetch(`${first.url}/queues`)).status).toBe(404);
  const batch = await vi.waitFor(
    async () => {
      const latest = await database.batches.findLatest();
      expect(latest?.eventIds).toHaveLength(MATCHES_PER_DAY);
      return latest;
    },
    { timeout: 120_000, interval: 200 },
  );
  await first.stop();
  expect([before, toMatchDate(new Date())]).toContain(batch?.date);

  const second = await startWorker(environment, logger);
  const queue = createArenaQueue(createQueueConnection(stack.queueUrl ?? ''));
  expect((await queue.listNextRuns()).map(({ name }) => name).toSorted()).toEqual([
    'audit',
    'look-up-control',
    'publish-dataset',
    'recheck-settled',
    'reconcile',
    'run-day',
  ]);
  await queue.close();
  await second.stop();
  expect(await database.batches.count()).toBe(1);
  expect(await audit(database, () => {})).toMatchObject({
    ok: true,
    checked: { events: MATCHES_PER_DAY, bets: ANSWERS_PER_DAY },
  });
});

test('a running worker restores the schedules of a wiped queue', async () => {
  const connection = createQueueConnection(stack.queueUrl ?? '');
  const queue = createArenaQueue(connection);
  const board = openBoardQueue(connection, () => {});
  const endpoints = resolveServiceEndpoints(environment, simulator);
  const parts = { environment, database, endpoints, logger, scheduleSettlement: async () => {} };
  const context = await createArenaContext(parts);
  await board.adapter.obliterate({ force: true });
  expect(await queue.listNextRuns()).toEqual([]);

  const keeper = keepSchedules({ context, queue, logger, everyMs: 10 });
  await vi.waitFor(async () => expect(await findMissingSchedules(queue)).toEqual([]), {
    timeout: 120_000,
    interval: 50,
  });
  await keeper.close();
  expect((await board.adapter.getJobCounts()).delayed).toBeGreaterThan(2);
  await board.close();
  await queue.close();
});

test('the worker serves the queue page to an operator with the token', async () => {
  const operatorToken = 'a-token-of-twenty-one';
  const worker = await startWorker({ ...environment, operatorToken }, logger);
  const headers = { authorization: `Bearer ${operatorToken}` };
  expect((await fetch(`${worker.url}/queues`)).status).toBe(401);
  expect((await fetch(`${worker.url}/queues`, { headers })).status).toBe(200);
  await worker.stop();
});

test('without a queue the worker names the missing variable', async () => {
  await expect(startWorker({ ...environment, queueUrl: undefined }, logger)).rejects.toThrow('QUEUE_URL is not set');
});
