import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { createConsecutiveKills } from './testing/choose-kills.ts';
import { findFirstDifference } from './testing/comparable-export.ts';
import { inspectSettledBooks } from './testing/inspect-books.ts';
import { playWithKills } from './testing/play-with-kills.ts';

const SEASON = ['season', '--days', '10', '--from', '2026-03-02', '--seed', 'trouble', '--json'];
/** Fewer than the steps left in the season after nine lives of this length. */
const LONGEST_LIFE_STEPS = 80;
const TIMEOUT_MS = 1_800_000;
/** A real server keeps the transaction of a killed process for up to 90 seconds, which the next one waits for. */
const SERVER_URL = process.env['MONGODB_URL'];

test.each([
  ['all services work', []],
  ['10 % of all outside calls fail', ['--faults', '0.1']],
])(
  'a season killed ten times in a row while %s ends in the same state as an undisturbed one on the local stack',
  { timeout: TIMEOUT_MS },
  async (_, options) => {
    const args = [...SEASON, ...options];
    const undisturbed = await playWithKills({ args, kills: [], inspect: inspectSettledBooks });
    const killed = await playWithKills({
      args,
      kills: createConsecutiveKills(createSeededRandom(args.join(' ')), 10, LONGEST_LIFE_STEPS),
      inspect: inspectSettledBooks,
      serverUrl: SERVER_URL,
    });
    expect(killed.lives.map(({ wasKilled }) => wasKilled)).toEqual([...Array.from({ length: 10 }, () => true), false]);
    expect(killed.found.problems).toEqual([]);
    expect(findFirstDifference(undisturbed.found.state, killed.found.state)).toBeNull();
  },
);
