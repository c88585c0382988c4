import { createSeededRandom } from '@coliseum/domain/random';
import { beforeAll, expect, test } from 'vitest';
import { someKills } from './testing/choose-kills.ts';
import { playWithKills, type Played } from './testing/play-with-kills.ts';
import { runKillMatrix } from './testing/run-kill-matrix.ts';
import type { KillPoint } from './testing/trip-wire.ts';

const SEASON = ['season', '--days', '2', '--from', '2026-03-02', '--seed', 'trouble', '--json'];
/** About the time such a season takes, its process' start included. */
const SEASON_MS = 3_000;
const TIMEOUT_MS = 600_000;

let undisturbed: Played;

beforeAll(async () => {
  undisturbed = await playWithKills(SEASON, []);
}, TIMEOUT_MS);

/** What went wrong, one line a point. */
async function failuresOf(points: readonly KillPoint[]): Promise<readonly string[]> {
  const outcomes = await runKillMatrix({ args: SEASON, points, undisturbed: undisturbed.state });
  expect(outcomes).toHaveLength(points.length);
  return outcomes
    .filter(({ difference, problems }) => difference !== null || problems.length > 0)
    .map((outcome) => JSON.stringify(outcome));
}

test('an undisturbed season leaves books that add up', () => {
  expect(undisturbed.problems).toEqual([]);
  expect(undisturbed.state).toMatchObject({ daily_batches: { length: 2 }, bets: { length: 80 } });
});

test(
  'killed at any kind of write, before it or before its answer, a season ends as if it had not been',
  { timeout: TIMEOUT_MS },
  async () => {
    const [{ steps } = { steps: [] }] = undisturbed.lives;
    const points = someKills(steps, createSeededRandom('kill matrix'), 3);
    expect(points.length).toBeGreaterThan(15);
    expect(await failuresOf(points)).toEqual([]);
  },
);

test('killed at a random moment a season ends as if it had not been', { timeout: TIMEOUT_MS }, async () => {
  const random = createSeededRandom('kill times');
  const points = Array.from({ length: 3 }, (): KillPoint => ({ at: 'time', afterMs: random.index(SEASON_MS) }));
  expect(await failuresOf(points)).toEqual([]);
});
