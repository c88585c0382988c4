import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeBackoffMs } from './backoff.ts';

const range = { baseDelayMs: 500, maxDelayMs: 20_000 };

test('the longest wait doubles with each attempt up to the maximum', () => {
  const almostOne = 1 - Number.EPSILON;
  const longest = [0, 1, 2, 3, 4, 5, 6, 40].map((attempt) => computeBackoffMs(range, attempt, almostOne));
  expect(longest).toEqual([499, 999, 1999, 3999, 7999, 15_999, 19_999, 19_999]);
});

test('full jitter reaches down to no wait at all', () => {
  expect(computeBackoffMs(range, 5, 0)).toBe(0);
});

test('no wait is negative or above the maximum', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const delayMs = computeBackoffMs(range, attempt, random);
      expect(delayMs).toBeGreaterThanOrEqual(0);
      expect(delayMs).toBeLessThan(range.maxDelayMs);
    }),
  );
});
