import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeRankSets } from '../boards/rank-sets.ts';
import type { Claim, Separable } from '../evidence/claim.ts';
import type { Countdown } from '../evidence/countdown.ts';
import { computeSeason } from '../season/compute-season.ts';
import type { PairFigures, SeasonFigures } from '../state/season-figures.ts';
import { arbitrarySeason } from '../testing/arbitrary-season.ts';
import { describeBoard } from './describe-board.ts';
import { describePair, describeVersusCrowd } from './describe-claim.ts';
import { describeCountdown } from './describe-countdown.ts';

const getName = (id: string): string => id.toUpperCase();

const separable = fc.constantFrom<Separable>('better', 'worse', null);
const days = fc.option(fc.integer({ min: 1, max: 3_650 }));
const countdown: fc.Arbitrary<Countdown> = fc.record({
  z: fc.double({ min: 0, max: 9, noNaN: true }),
  needed: days,
  bestCase: days,
  worstCase: days,
});
const claim: fc.Arbitrary<Claim> = fc
  .record({ separable, estimate: fc.double({ min: -1, max: 1, noNaN: true }), countdown: fc.option(countdown) })
  .map((figures) => ({
    ...figures,
    n: 100,
    days: 40,
    lnEvidenceBetter: 1,
    lnEvidenceWorse: -1,
    single: [-0.1, 0.1],
    threshold: 800,
    claim: [-0.2, 0.3],
    countdown: figures.separable === null ? figures.countdown : null,
  }));

const isAnySettled = fc.boolean();

/** A season's figures whose claims are drawn: every mix of verdicts comes up, also that nothing is settled. */
const figures = fc
  .record({ season: arbitrarySeason, claims: fc.infiniteStream(claim), market: isAnySettled, against: isAnySettled })
  .map(({ season, claims, market, against }): SeasonFigures => {
    const draw = (mayBeSettled: boolean): Claim => {
      const drawn: Claim = claims.next().value;
      return mayBeSettled ? drawn : { ...drawn, separable: null };
    };
    const computed = computeSeason(season);
    const pairs = computed.pairs.map(({ first, second }): PairFigures => ({ ...draw(against), first, second }));
    const versusCrowd = Object.fromEntries(season.agents.map(({ id }) => [id, draw(market)]));
    const present = season.agents.filter(({ until }) => until === null).map(({ id }) => id);
    return { ...computed, pairs, versusCrowd, rankSets: Object.fromEntries(computeRankSets(present, pairs)) };
  });

const isSeparable = (part: object): boolean => 'separable' in part && part.separable !== null;

test('no word ranks or separates agents unless a claim says so', () => {
  fc.assert(
    fc.property(figures, (season) => {
      const sentences = [
        ...Object.entries(season.versusCrowd).map(([id, figure]) => ({ text: sayMarket(id, figure), figure })),
        ...season.pairs.map((figure) => ({ text: describePair(figure.first, figure.second, figure), figure })),
      ];
      for (const { text, figure } of sentences) {
        expect(text).not.toMatch(/\b(leads?|best|beats?|ahead|wins?)\b/);
        for (const verdict of ['better', 'worse']) {
          expect(text.includes(verdict)).toBe('separable' in figure && figure.separable === verdict);
        }
        expect(text.includes('not separable')).toBe(!isSeparable(figure));
      }
    }),
  );
});

test('the board says of the market and of places what claims and rank sets say, and nothing else', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(figures, (season) => {
      const { state, text } = describeBoard(season, getName);
      seen.add(state);
      const verdicts = Object.values(season.versusCrowd).filter(isSeparable);
      const sets = Object.entries(season.rankSets);
      const narrowed = sets.filter(([, [first, last]]) => first > 1 || last < sets.length);
      const open = verdicts.length > 0 ? 'market' : 'nobody';
      expect(state).toBe(narrowed.length > 0 ? 'places' : open);
      expect(text).not.toMatch(/\b(leads?|best|beats?|ahead|wins?)\b/);
      expect(/better|worse/.test(text)).toBe(verdicts.length > 0);
      for (const [id] of sets) {
        const isNamed = text.includes(` ${getName(id)} `);
        expect(isNamed).toBe(narrowed.some(([named]) => named === id));
      }
      if (text.startsWith('Nobody is')) expect(season.pairs.some(isSeparable)).toBe(false);
    }),
  );
  expect(seen).toEqual(new Set(['nobody', 'market', 'places']));
});

const agents: SeasonFigures['agents'] = computeSeasonOf(['alpha', 'bravo', 'charlie']);

test.each([
  ['nobody', {}, [], 'Nobody is separable from the market or from each other yet.'],
  [
    'market',
    { alpha: 'worse' },
    [],
    '1 of 3 is separable from the market (all worse); the order among the rest is not settled.',
  ],
  [
    'market',
    { alpha: 'worse', bravo: 'better', charlie: 'worse' },
    [],
    '3 of 3 are separable from the market (1 better, 2 worse); the order among the rest is not settled.',
  ],
  [
    'places',
    {},
    [['alpha', 'bravo', 'better']],
    'Of the places 1 to 3, the settled comparisons leave ALPHA 1 to 2 and BRAVO 2 to 3; the order among the rest is not settled.',
  ],
] as const)('the board in the state %s with %j', (state, market, settled, text) => {
  const pairs = settled.map(([first, second, verdict]) => ({ ...drawClaim(verdict), first, second }));
  const versusCrowd = Object.fromEntries(Object.entries(market).map(([id, verdict]) => [id, drawClaim(verdict)]));
  const rankSets = Object.fromEntries(computeRankSets(Object.keys(agents), pairs));
  expect(describeBoard({ agents, versusCrowd, pairs, rankSets }, getName)).toEqual({ state, text });
});

test.each([
  [
    350,
    190,
    null,
    "Day 142. If today's gap were the true gap, about 350 match days in all would settle it; the data allow anything from 190 to more than ten years.",
  ],
  [
    140,
    90,
    200,
    "Day 142. If today's gap were the true gap, it would be settled any day now; the data allow anything from any day now to 200.",
  ],
  [
    null,
    910,
    null,
    "Day 142. If today's gap were the true gap, it would take more than ten years to settle it; the data allow anything from 910 to more than ten years.",
  ],
  [
    null,
    null,
    null,
    "Day 142. If today's gap were the true gap, it would take more than ten years to settle it; the data allow nothing shorter.",
  ],
  [
    100,
    90,
    120,
    "Day 142. If today's gap were the true gap, it would be settled any day now; the data allow nothing else.",
  ],
])('a countdown to day %j, at best %j and at worst %j', (needed, bestCase, worstCase, words) => {
  expect(describeCountdown(142, { z: 1, needed, bestCase, worstCase })).toBe(words);
});

test('an agent and the market', () => {
  expect(describeVersusCrowd('Alpha', drawClaim('worse'))).toBe(
    'On the questions asked so far, Alpha is separably worse than the market: by 0.0157 an event (from −0.0287 to −0.0038).',
  );
  expect(describeVersusCrowd('Alpha', drawClaim(null))).toBe(
    'Alpha is not separable from the market yet: the difference on the questions asked so far can be anything from −0.0287 to −0.0038.',
  );
  expect(describeVersusCrowd('Alpha', { n: 0, days: 0, estimate: null })).toBe(
    'Alpha has no forecast that counts yet.',
  );
});

function sayMarket(id: string, figure: SeasonFigures['versusCrowd'][string]): string {
  if (figure.estimate !== null && !('separable' in figure)) throw new Error('Every drawn figure is a claim');
  return describeVersusCrowd(id, figure);
}

function drawClaim(verdict: Separable): Claim {
  return {
    n: 1_621,
    days: 349,
    estimate: -0.015_725_7,
    lnEvidenceBetter: 0,
    lnEvidenceWorse: 0,
    single: [-0.025, -0.006],
    threshold: 800,
    claim: [-0.028_723_7, -0.003_817_2],
    separable: verdict,
    countdown: null,
  };
}

function computeSeasonOf(ids: readonly string[]): SeasonFigures['agents'] {
  const roster = ids.map((id) => ({ id, from: '2026-01-05', until: null, founding: true }));
  return computeSeason({ agents: roster, days: [], minDays: 1, asOf: new Date('2026-01-05T14:00:00Z') }).agents;
}
