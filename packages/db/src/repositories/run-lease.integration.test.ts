import { afterAll, beforeAll, expect, test } from 'vitest';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

const now = new Date('2026-01-05T14:00:00Z');
const leaseMs = 60_000;
const addMs = (ms: number): Date => new Date(now.getTime() + ms);

test('of workers that ask at the same moment, exactly one gets the lease', async () => {
  const other = await opened.connectAgain();
  const workers = Array.from({ length: 6 }, (_, index) => ({
    on: index % 2 === 0 ? opened.database : other,
    workerId: `worker-${index}`,
  }));
  const answers = await Promise.all(
    workers.map(({ on, workerId }) => on.runs.acquireLease({ date: '2026-01-05', workerId, now, leaseMs })),
  );
  const winners = answers.filter((run) => run !== null);
  expect(winners).toHaveLength(1);
  expect(await opened.database.runs.findByDate('2026-01-05')).toEqual(winners[0]);
});

test('the first lease on a day creates a run without attempts', async () => {
  const run = await opened.database.runs.acquireLease({ date: '2026-01-06', workerId: 'first', now, leaseMs });
  expect(run).toMatchObject({ status: 'running', stage: null, attempts: 0, leaseOwner: 'first', startedAt: now });
  expect(run?.leaseExpiresAt).toEqual(addMs(leaseMs));
});

test('the owner renews its lease, and others get it only after it has expired', async () => {
  const { runs } = opened.database;
  const date = '2026-01-07';
  const first = await runs.acquireLease({ date, workerId: 'first', now, leaseMs });
  expect(await runs.acquireLease({ date, workerId: 'second', now: addMs(leaseMs - 1), leaseMs })).toBeNull();
  const renewed = await runs.acquireLease({ date, workerId: 'first', now: addMs(1_000), leaseMs });
  expect(renewed).toMatchObject({ id: first?.id, leaseOwner: 'first', leaseExpiresAt: addMs(leaseMs + 1_000) });
  const taken = await runs.acquireLease({ date, workerId: 'second', now: addMs(leaseMs + 1_000), leaseMs });
  expect(taken).toMatchObject({ id: first?.id, leaseOwner: 'second' });
});

test('a released lease can be taken at once', async () => {
  const { runs } = opened.database;
  const run = await runs.acquireLease({ date: '2026-01-08', workerId: 'first', now, leaseMs });
  if (run !== null) await runs.updateHeld({ ...run, leaseOwner: null, leaseExpiresAt: null }, 'first');
  expect(await runs.acquireLease({ date: '2026-01-08', workerId: 'second', now, leaseMs })).toMatchObject({
    leaseOwner: 'second',
  });
});

test('a worker that lost its lease can neither renew it nor write the run', async () => {
  const { runs } = opened.database;
  const date = '2026-01-09';
  const lost = await runs.acquireLease({ date, workerId: 'first', now, leaseMs });
  await runs.acquireLease({ date, workerId: 'second', now: addMs(leaseMs), leaseMs });
  expect(await runs.renewLease({ date, workerId: 'first', now, leaseMs })).toBe(false);
  expect(await runs.renewLease({ date, workerId: 'second', now, leaseMs })).toBe(true);
  if (lost === null) throw new Error('nobody had the lease');
  await expect(runs.updateHeld({ ...lost, status: 'completed' }, 'first')).rejects.toMatchObject({
    code: 'RUN_IN_PROGRESS',
  });
  expect(await runs.findByDate(date)).toMatchObject({ status: 'running', leaseOwner: 'second' });
});
