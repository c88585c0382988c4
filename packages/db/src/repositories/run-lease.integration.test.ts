import type { PipelineRun } from '@coliseum/domain/pipeline-run';
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

/** By the clock of the database, which here is this machine's; half a minute is for a slow one. */
function expectEndsIn(run: PipelineRun | null, ms: number): void {
  const endsInMs = (run?.leaseExpiresAt?.getTime() ?? 0) - Date.now();
  expect(endsInMs).toBeLessThanOrEqual(ms);
  expect(endsInMs).toBeGreaterThan(ms - 30_000);
}

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
  expectEndsIn(run, leaseMs);
});

test('the owner renews its lease, and others get it only after it has expired', async () => {
  const { runs } = opened.database;
  const date = '2026-01-07';
  const first = await runs.acquireLease({ date, workerId: 'first', now, leaseMs });
  expect(await runs.acquireLease({ date, workerId: 'second', now, leaseMs })).toBeNull();
  const renewed = await runs.acquireLease({ date, workerId: 'first', now, leaseMs: 10 * leaseMs });
  expect(renewed).toMatchObject({ id: first?.id, leaseOwner: 'first' });
  expectEndsIn(renewed, 10 * leaseMs);
  expect(await runs.renewLease({ date, workerId: 'first', leaseMs: 0 })).toBe(true);
  const taken = await runs.acquireLease({ date, workerId: 'second', now, leaseMs });
  expect(taken).toMatchObject({ id: first?.id, leaseOwner: 'second' });
});

test.each([
  ['two minutes ahead', '2026-02-01', 2 * 60_000],
  ['a day ahead', '2026-02-02', 86_400_000],
  ['two minutes behind', '2026-02-03', -2 * 60_000],
])(
  'a worker whose clock is %s neither takes a lease that is held nor holds one longer or shorter',
  async (_, date, skewMs) => {
    const { runs } = opened.database;
    const right = { date, workerId: 'right', now: new Date(), leaseMs };
    const wrong = { date, workerId: 'wrong', now: new Date(Date.now() + skewMs), leaseMs };
    expectEndsIn(await runs.acquireLease(wrong), leaseMs);
    expect(await runs.acquireLease(right)).toBeNull();
    await runs.renewLease({ date, workerId: 'wrong', leaseMs: 0 });
    expectEndsIn(await runs.acquireLease(right), leaseMs);
    expect(await runs.acquireLease(wrong)).toBeNull();
  },
);

test('writing the run leaves the end of its lease alone', async () => {
  const { runs } = opened.database;
  const date = '2026-02-04';
  const run = await runs.acquireLease({ date, workerId: 'first', now, leaseMs });
  if (run === null) throw new Error('nobody had the lease');
  await runs.updateHeld({ ...run, attempts: 1, leaseExpiresAt: new Date(0) }, 'first');
  expect(await runs.findByDate(date)).toEqual({ ...run, attempts: 1 });
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
  await runs.renewLease({ date, workerId: 'first', leaseMs: 0 });
  await runs.acquireLease({ date, workerId: 'second', now, leaseMs });
  expect(await runs.renewLease({ date, workerId: 'first', leaseMs })).toBe(false);
  expect(await runs.renewLease({ date, workerId: 'second', leaseMs })).toBe(true);
  if (lost === null) throw new Error('nobody had the lease');
  await expect(runs.updateHeld({ ...lost, status: 'completed' }, 'first')).rejects.toMatchObject({
    code: 'RUN_IN_PROGRESS',
  });
  expect(await runs.findByDate(date)).toMatchObject({ status: 'running', leaseOwner: 'second' });
});
