import type { ArenaState } from '@coliseum/domain/arena-state';
import { expect, onTestFinished, test } from 'vitest';
import { measureOutage } from './revision-source.ts';
import { startRevisionWatch } from './revision-watch.ts';

const FIRST: ArenaState = {
  revision: 1,
  progressRevision: 0,
  changedAt: new Date('2026-03-03T14:00:00.000Z'),
  reason: 'day_committed',
};
const HOUR_MS = 3_600_000;

/** A watch whose timer never comes, on a database and a clock that the test moves. */
async function openWatch() {
  let nowMs = Date.parse('2026-03-03T20:00:00.000Z');
  let stored = FIRST;
  let isAway = false;
  const errors: unknown[] = [];
  const clock = { now: () => new Date(nowMs) };
  const watch = await startRevisionWatch({
    read: async () => {
      if (isAway) throw new Error('away');
      return stored;
    },
    clock,
    onError: (error) => errors.push(error),
    readEveryMs: HOUR_MS,
  });
  onTestFinished(() => watch.stop());
  return {
    watch,
    clock,
    errors,
    store: (change: Partial<ArenaState>) => (stored = { ...stored, ...change }),
    setAway: (away: boolean) => (isAway = away),
    wait: (ms: number) => (nowMs += ms),
  };
}

test('a new state is served once everything before it is done, and told afterwards', async () => {
  const { watch, store } = await openWatch();
  const seen: string[] = [];
  const note = (what: string) => async () =>
    void seen.push(`${what}: latest ${watch.latest().revision}, served ${watch.served().revision}`);
  watch.beforeServing(note('before'));
  watch.afterServing(note('after'));
  store({ revision: 2 });
  await watch.check();
  expect(seen).toEqual(['before: latest 2, served 1', 'after: latest 2, served 2']);
});

test('a state that did not change is not told', async () => {
  const { watch } = await openWatch();
  let told = 0;
  watch.afterServing(async () => void (told += 1));
  await watch.check();
  expect(told).toBe(0);
});

test('what comes while a state is prepared is served next, with nothing skipped in the telling', async () => {
  const { watch, store } = await openWatch();
  const told: (readonly number[])[] = [];
  watch.beforeServing(async ({ after }) => {
    if (after.revision !== 2) return;
    store({ revision: 3 });
    void watch.check();
    await Promise.resolve();
  });
  watch.afterServing(async ({ before, after }) => void told.push([before.revision, after.revision]));
  store({ revision: 2 });
  await watch.check();
  await watch.check();
  expect(told).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('work that fails is reported and holds nothing up', async () => {
  const { watch, store, errors } = await openWatch();
  watch.beforeServing(() => Promise.reject(new Error('no memory')));
  store({ revision: 2 });
  await watch.check();
  expect([watch.served().revision, errors]).toEqual([2, [new Error('no memory')]]);
});

test('while the database is away the last state is served, and it is known since when', async () => {
  const { watch, setAway, errors, wait, clock, store } = await openWatch();
  setAway(true);
  wait(4_999);
  await watch.check();
  expect([measureOutage(watch, clock.now()), errors.length]).toEqual([null, 1]);
  wait(2_001);
  expect([measureOutage(watch, clock.now()), watch.served()]).toEqual([7, FIRST]);
  setAway(false);
  store({ revision: 5 });
  await watch.check();
  expect([measureOutage(watch, clock.now()), watch.served().revision]).toEqual([null, 5]);
});

test('a watch whose first read fails does not start', async () => {
  const start = startRevisionWatch({
    read: () => Promise.reject(new Error('not migrated')),
    clock: { now: () => new Date() },
    onError: () => {},
  });
  await expect(start).rejects.toThrow('not migrated');
});
