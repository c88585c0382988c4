import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cents, centsToDecimal, centsToDollars, formatCents } from './money.ts';

test.each([
  [0, '0.00', '$0.00'],
  [5, '0.05', '$0.05'],
  [-5, '-0.05', '−$0.05'],
  [123_456, '1234.56', '$1,234.56'],
  [-633_600, '-6336.00', '−$6,336.00'],
  [10_000_000, '100000.00', '$100,000.00'],
  [123_456_789_012, '1234567890.12', '$1,234,567,890.12'],
])('%d cents are %s, for reading %s', (cents, decimal, text) => {
  expect(centsToDecimal(cents)).toBe(decimal);
  expect(formatCents(cents)).toBe(text);
});

test('an amount in dollars is exact to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (cents) => {
      expect(Math.round(centsToDollars(cents) * 100)).toBe(cents);
      expect(centsToDollars(cents).toFixed(2)).toBe(centsToDecimal(cents));
    }),
  );
});

test('money is whole cents', () => {
  expect(Cents.safeParse(-1).success).toBe(true);
  for (const value of [0.5, Number.NaN, 2 ** 53, '1']) expect(Cents.safeParse(value).success).toBe(false);
});
