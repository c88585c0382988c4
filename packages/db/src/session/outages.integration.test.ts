import { isAppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase } from '../connect.ts';
import type { Database } from '../database.ts';
import { anyBatch } from '../testing/arbitrary-days.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { startLossyProxy, type LossyProxy } from '../testing/lossy-proxy.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

/** Timeouts short enough to wait for in a test. The driver looks for a lost server every 500 ms. */
const PATIENCE = 'serverSelectionTimeoutMS=900&connectTimeoutMS=600&heartbeatFrequencyMS=500';

let opened: TestDatabase;
let proxy: LossyProxy;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
  proxy = await startLossyProxy(opened.serverUrl);
  database = await connectDatabase({ url: `${proxy.url}&${PATIENCE}`, databaseName: opened.driver.databaseName });
});
afterAll(async () => {
  await database.close();
  await proxy.stop();
  await opened.close();
});

const isUnavailable = (error: unknown): boolean => isAppError(error, 'DATABASE_UNAVAILABLE') && error.retryable;

function createBatch(date: string) {
  return sampleModel(anyBatch, { id: database.newId(), date });
}

test('a read succeeds after three lost connections', async () => {
  const batch = createBatch('2026-01-01');
  await opened.database.batches.insert(batch);
  proxy.dropMessages({ command: 'aggregate', lost: 'request', times: 3 });
  expect(await database.batches.findByDate(batch.date)).toEqual(batch);
});

test.each(['request', 'answer'] as const)('a write whose %s is lost is done once', async (lost) => {
  const batch = createBatch(lost === 'request' ? '2026-01-02' : '2026-01-03');
  proxy.dropMessages({ command: 'insert', lost, times: 1 });
  await database.batches.insert(batch);
  expect(await opened.database.batches.findByDate(batch.date)).toEqual(batch);
});

test('a transaction starts again when a connection is lost within it', async () => {
  const batch = createBatch('2026-01-04');
  proxy.dropMessages({ command: 'insert', lost: 'answer', times: 2 });
  await database.withTransaction(async ({ batches }) => {
    expect(await batches.findByDate(batch.date)).toBeNull();
    await batches.insert(batch);
  });
  expect(await opened.database.batches.findByDate(batch.date)).toEqual(batch);
});

test('a commit whose reply is lost is repeated, and nothing is done twice', async () => {
  const batch = createBatch('2026-01-05');
  let runs = 0;
  proxy.dropMessages({ command: 'commitTransaction', lost: 'answer', times: 3 });
  await database.withTransaction(async ({ batches }) => {
    runs += 1;
    await batches.insert(batch);
  });
  expect(runs).toBe(1);
  expect(await opened.database.batches.findByDate(batch.date)).toEqual(batch);
});

test.each(['closed', 'silent'] as const)(
  'with a server that is %s, reads, writes and transactions fail as unavailable within a bounded time',
  async (how) => {
    await expect.poll(() => database.ping().then(() => 'there'), { timeout: 120_000 }).toBe('there');
    proxy.startOutage(how);
    const startedAt = performance.now();
    const attempts = [
      database.batches.findLatest(),
      database.batches.count(),
      database.batches.insert(createBatch('2026-01-06')),
      database.withTransaction(({ batches }) => batches.findLatest()),
    ];
    const errors = await Promise.all(attempts.map((attempt) => attempt.catch((error: unknown) => error)));
    expect(errors.map(isUnavailable)).toEqual([true, true, true, true]);
    // Four times 0.9 seconds and 1.75 seconds between them; the rest allows for a busy machine.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    proxy.endOutage();
    await expect.poll(() => database.ping().then(() => 'back'), { timeout: 120_000 }).toBe('back');
  },
);
