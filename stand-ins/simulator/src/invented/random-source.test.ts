import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandomSource } from './random-source.ts';

test('integers stay in their range, both ends included', () => {
  const random = createRandomSource('integers');
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(3, 7)));
  expect(drawn).toEqual(new Set([3, 4, 5, 6, 7]));
});

test('a sample has different members of the list', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(20), (seed, list, count) => {
      const sample = createRandomSource(seed).sample(list, count);
      expect(new Set(sample).size).toBe(Math.min(count, list.length));
      expect(list).toEqual(expect.arrayContaining([...sample]));
    }),
  );
});

test('normal draws have mean 0 and deviation 1', () => {
  const random = createRandomSource('normal');
  const values = Array.from({ length: 20_000 }, () => random.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
});
