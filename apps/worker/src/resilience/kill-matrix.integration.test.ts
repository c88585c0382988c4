import { createSeededRandom } from '@coliseum/domain/random';
import { beforeAll, expect, test } from 'vitest';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { createTimedKills, sampleKills } from './testing/choose-kills.ts';
import { inspectSettledBooks, type BooksReport } from './testing/inspect-books.ts';
import { playWithKills, type PlayResult } from './testing/play-with-kills.ts';
import { runKillMatrix, type KillScenario } from './testing/run-kill-matrix.ts';
import type { KillPoint } from './testing/trip-wire.ts';

const SEASON = ['season', '--days', '1', '--from', '2026-03-02', '--seed', 'trouble', '--json'];
const PLAY: KillScenario = { args: SEASON, inspect: inspectSettledBooks };
/** Approximate duration of such a season, including the start of its process. */
const SEASON_MS = 2_500;
const TIMEOUT_MS = 1_800_000;

let undisturbed: PlayResult<BooksReport>;

beforeAll(async () => {
  undisturbed = await playWithKills({ ...PLAY, kills: [] });
}, TIMEOUT_MS);

/** The failed points, one line each. */
async function listFailures(points: readonly KillPoint[]): Promise<readonly string[]> {
  const outcomes = await runKillMatrix({ play: PLAY, points, undisturbed: undisturbed.found.state });
  expect(outcomes).toHaveLength(points.length);
  return outcomes
    .filter(({ difference, problems }) => difference !== null || problems.length > 0)
    .map((outcome) => JSON.stringify(outcome));
}

test('an undisturbed season passes the audit', () => {
  expect(undisturbed.found.problems).toEqual([]);
  expect(undisturbed.found.state).toMatchObject({ daily_batches: { length: 1 }, bets: { length: ANSWERS_PER_DAY } });
});

test(
  'a season killed before or after any kind of write ends in the same state as an undisturbed one',
  { timeout: TIMEOUT_MS },
  async () => {
    const [{ steps } = { steps: [] }] = undisturbed.lives;
    const points = sampleKills(steps, createSeededRandom('kill matrix'), 3);
    expect(points.length).toBeGreaterThan(15);
    expect(await listFailures(points)).toEqual([]);
  },
);

test(
  'a season killed at a random moment ends in the same state as an undisturbed one',
  { timeout: TIMEOUT_MS },
  async () => {
    expect(await listFailures(createTimedKills(createSeededRandom('kill times'), 3, SEASON_MS))).toEqual([]);
  },
);
