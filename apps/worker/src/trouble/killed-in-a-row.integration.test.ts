import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { firstDifference } from './testing/comparable-export.ts';
import { playWithKills } from './testing/play-with-kills.ts';
import type { KillPoint } from './testing/trip-wire.ts';

const SEASON = ['season', '--days', '10', '--from', '2026-03-02', '--seed', 'trouble', '--json'];
/** Shorter than what is left of the season after nine of them. */
const LONGEST_LIFE_STEPS = 80;
const TIMEOUT_MS = 600_000;

function tenKills(seed: string): readonly KillPoint[] {
  const random = createSeededRandom(seed);
  return Array.from({ length: 10 }, () => ({
    at: 'step',
    number: 1 + random.index(LONGEST_LIFE_STEPS),
    phase: random.index(2) === 0 ? 'before' : 'after',
  }));
}

test.each([
  ['all is well outside', []],
  ['a tenth of all outside calls fail', ['--faults', '0.1']],
])(
  'a season killed ten times in a row while %s ends as one that was not',
  { timeout: TIMEOUT_MS },
  async (_, options) => {
    const args = [...SEASON, ...options];
    const undisturbed = await playWithKills(args, []);
    const killed = await playWithKills(args, tenKills(args.join(' ')));
    expect(killed.lives.map(({ wasKilled }) => wasKilled)).toEqual([...Array.from({ length: 10 }, () => true), false]);
    expect(killed.problems).toEqual([]);
    expect(firstDifference(undisturbed.state, killed.state)).toBeNull();
  },
);
