import { expect, test } from 'vitest';
import { formatDollars, formatMicroDollars, formatSignedCents, formatSignedDollars } from './money.ts';

test('a balance is whole dollars with thousands separators', () => {
  expect(formatDollars(10_453_149)).toBe('$104,531');
  expect(formatDollars(10_453_150)).toBe('$104,532');
  expect(formatDollars(0)).toBe('$0');
  expect(formatDollars(123_456_789_00)).toBe('$123,456,789');
});

test('a gain or loss is signed with plus or U+2212 unless it rounds to zero', () => {
  expect(formatSignedDollars(165_000)).toBe('+$1,650');
  expect(formatSignedDollars(-633_600)).toBe('\u2212$6,336');
  expect(formatSignedDollars(0)).toBe('$0');
  expect(formatSignedDollars(-40)).toBe('$0');
});

test("a bet's own record shows cents", () => {
  expect(formatSignedCents(165_000)).toBe('+$1,650.00');
  expect(formatSignedCents(-480_001)).toBe('\u2212$4,800.01');
  expect(formatSignedCents(0)).toBe('$0.00');
});

test('the cost of a call has four decimals', () => {
  expect(formatMicroDollars(21_800)).toBe('$0.0218');
});
