import { InvariantError } from '@coliseum/domain/assert';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceilNonNegative, roundHalfAwayFromZero } from './rational.ts';

test.each([
  [129n, 2n, 65],
  [-129n, 2n, -65],
  [1n, 3n, 0],
  [2n, 3n, 1],
  [-2n, 3n, -1],
  [0n, 7n, 0],
])('%d over %d rounds to %d', (numerator, denominator, expected) => {
  expect(roundHalfAwayFromZero({ numerator, denominator })).toBe(expected);
});

test('rounding is symmetric around zero and moves by half a unit at most', () => {
  const anyNumerator = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
  fc.assert(
    fc.property(anyNumerator, fc.bigInt({ min: 10_000n, max: 10n ** 9n }), (numerator, denominator) => {
      const rounded = roundHalfAwayFromZero({ numerator, denominator });
      expect(roundHalfAwayFromZero({ numerator: -numerator, denominator }) + rounded).toBe(0);
      const distance = BigInt(rounded) * denominator - numerator;
      expect(2n * (distance < 0n ? -distance : distance) <= denominator).toBe(true);
    }),
  );
});

test('rounding up keeps whole numbers and raises everything else', () => {
  expect(ceilNonNegative({ numerator: 6n, denominator: 3n })).toBe(2);
  expect(ceilNonNegative({ numerator: 7n, denominator: 3n })).toBe(3);
  expect(ceilNonNegative({ numerator: 0n, denominator: 3n })).toBe(0);
});

test('what a number cannot hold exactly, or a negative to round up, is refused as a bug', () => {
  expect(() => roundHalfAwayFromZero({ numerator: 2n ** 53n, denominator: 1n })).toThrow(InvariantError);
  expect(() => ceilNonNegative({ numerator: -1n, denominator: 2n })).toThrow(InvariantError);
});
