import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listTestDates } from '../testing/invented-markets.ts';
import { readTickerDate, formatLongDate, formatTickerDate } from './date-formats.ts';

test('a ticker’s date is read back as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...listTestDates(1500)), fc.stringMatching(/^[A-Z]{0,8}$/), (date, code) => {
      expect(readTickerDate(`KXHIGHTOWN-${formatTickerDate(date)}${code}`)).toBe(date);
    }),
  );
});

test('a ticker without a date, or with one that does not exist, has none', () => {
  expect(readTickerDate('KXHIGHTOWN')).toBeNull();
  expect(readTickerDate('KXHIGHTOWN-26FEB30')).toBeNull();
  expect(readTickerDate('KXHIGHTOWN-26XYZ10')).toBeNull();
});

test('dates in words are UTC', () => {
  expect(formatLongDate(Date.parse('2026-11-22T23:59:59Z'))).toBe('Nov 22, 2026');
});
