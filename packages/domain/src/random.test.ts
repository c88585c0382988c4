import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeededRandom, deriveSeedState } from './random.ts';

const coliseum = [1973367899, 2041129373, 2259294610, 1208333077, 766651751, 1409533103, 218731170, 2207328680];

/** Seed, state, first outputs and first indices below 7: the methodology's `prng` vectors (scoring.md S7.1). */
const vectors = [
  ['', [164558732, 2036735458, 3926833134, 3904029249], [2040553127, 2671230994, 3535833209], [3, 4, 5]],
  ['coliseum', [1767860445, 2173178484, 547378686, 1293582594], coliseum, [3, 3, 3, 1, 1, 2, 0, 3]],
  ['coliseum/coin/E00001', [3514010273, 1506612989, 2582298313, 589215857], [2256879584, 3842644483], [3, 6]],
  ['Zürich ☂', [2820334408, 1905845818, 3548989933, 542783034], [4030470643, 4265343585, 3694168007], [6, 6, 6]],
] as const;

test.each(vectors)('seed %j gives the published state, outputs and indices', (seed, state, outputs, indices) => {
  expect(deriveSeedState(seed)).toEqual(state);
  const forOutputs = createSeededRandom(seed);
  expect(outputs.map(() => forOutputs.next())).toEqual(outputs);
  const forIndices = createSeededRandom(seed);
  expect(indices.map(() => forIndices.index(7))).toEqual(indices);
});

test('generators with the same seed agree and do not affect each other', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const first = createSeededRandom(seed);
      const second = createSeededRandom(seed);
      const alone = Array.from({ length: 5 }, () => first.next());
      createSeededRandom(`${seed}/other`).next();
      expect(Array.from({ length: 5 }, () => second.next())).toEqual(alone);
    }),
  );
});

test('indices and fractions stay in their range', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 21 - 1 }), (seed, n) => {
      const random = createSeededRandom(seed);
      const index = random.index(n);
      expect(Number.isInteger(index) && index >= 0 && index < n).toBe(true);
      const fraction = random.fraction();
      expect(fraction >= 0 && fraction < 1).toBe(true);
    }),
  );
});
