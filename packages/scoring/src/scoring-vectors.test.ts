import { probabilityToMicros, toMicros } from '@coliseum/domain/price';
import { createRandom, createSeededRandom, deriveSeedState, fnv1a32 } from '@coliseum/domain/random';
import { computeKellyFraction } from '@coliseum/payout/kelly';
import { splitIntoLedgers } from '@coliseum/payout/ledgers';
import { computeReserveCents } from '@coliseum/payout/reserve';
import { settleBet, type Settlement } from '@coliseum/payout/settle-bet';
import { describe, expect, test } from 'vitest';
import { SCORING_METHODOLOGY } from './methodology.ts';
import { sampleRandomControl } from './random-control.ts';
import { computeSeason } from './season/compute-season.ts';
import { parseSeason } from './season/parse-season.ts';
import { compareFigures, joinComparisons } from './testing/compare-figures.ts';
import { scoringVectors } from './testing/scoring-vectors.ts';

const { tolerance, prng, randomControl, payout, cases, seasons } = scoringVectors;
const allSeasons = [...cases, ...seasons];

test('the vectors are those of the methodology that is computed', () => {
  expect(scoringVectors.methodology).toBe(SCORING_METHODOLOGY);
  expect(tolerance).toBe(1e-9);
});

test('every figure of every season agrees, and no number is left out', ({ annotate }) => {
  const compared = joinComparisons(allSeasons.map(compareSeason));
  expect(compared.problems).toEqual([]);
  expect(compared.numbers).toBe(countNumbers(allSeasons.map(({ expected }) => expected)));
  expect(compared.numbers).toBe(43_827);
  return annotate(`${compared.numbers} numbers, largest difference ${compared.largestDifference.toExponential(1)}`);
});

test('figures stand in the order of the vectors, so that two printed seasons can be compared as text', () => {
  for (const { name, input, expected } of allSeasons) {
    expect(listKeys(computeSeason(readSeason(input))), name).toEqual(listKeys(expected));
  }
});

describe('the generator', () => {
  test.each(prng)('gives the reference outputs of $seed $state', ({ seed, state, first8, ...expected }) => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const random = createRandom([a, b, c, d]);
    expect(first8.map(() => random.next())).toEqual(first8);
    if (seed === undefined) return;
    expect(deriveSeedState(seed)).toEqual(state);
    expect(fnv1a32(seed)).toBe(expected.fnv1a32);
    const indices = createSeededRandom(seed);
    expect(first8.map(() => indices.index(7))).toEqual(expected.first8IndicesBelow7);
  });

  test('is in the published state after eight outputs', () => {
    const random = createSeededRandom('coliseum');
    for (let drawn = 0; drawn < 8; drawn += 1) random.next();
    const published = createRandom([3_161_696_629, 3_104_022_137, 3_078_154_373, 1_365_886_626]);
    expect([random.next(), random.next()]).toEqual([published.next(), published.next()]);
  });

  test('draws the published control, in its order', () => {
    expect(sampleRandomControl(randomControl.date, randomControl.tickers)).toEqual(randomControl.expected);
  });
});

test('every payout agrees', () => {
  const compared = joinComparisons(payout.map((bet) => compareFigures(computePayout(bet), bet.expected, tolerance)));
  expect(compared.problems).toEqual([]);
  expect(compared.numbers).toBe(588);
});

type Vector = (typeof allSeasons)[number];

function compareSeason({ name, input, expected }: Vector) {
  return compareFigures(computeSeason(readSeason(input)), expected, tolerance, name);
}

function readSeason(input: unknown) {
  const season = parseSeason(input);
  if (!season.ok) throw new Error(season.error.join('; '));
  return season.value;
}

function computePayout({ feeRule, stakeCents, side, price, value, probability }: (typeof payout)[number]) {
  const settlement: Settlement = value === 'VOID' ? { kind: 'void' } : { kind: 'value', valueMicros: toMicros(value) };
  const probabilityMicros = probabilityToMicros(probability) ?? Number.NaN;
  const bet = { feeRule, stakeCents, side, lockedPriceMicros: toMicros(price), probabilityMicros };
  const { pnlCents, feeCents } = settleBet({ ...bet, settlement });
  const reserveCents = computeReserveCents(bet);
  const figures = { pnlCents, feeCents, reserveCents, kellyFraction: computeKellyFraction(bet) };
  return settlement.kind === 'void' ? figures : { ...figures, ...splitIntoLedgers({ ...bet, pnlCents }) };
}

function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + countNumbers(part), 0);
}

function listKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([key, part]) => [key, listKeys(part)]);
}
