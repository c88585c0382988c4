import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDates } from '../testing/invented-markets.ts';
import { dateOfTicker, longDate, tickerDate } from './calendar-words.ts';

test('a ticker’s date is read back as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...testDates(1500)), fc.stringMatching(/^[A-Z]{0,8}$/), (date, code) => {
      expect(dateOfTicker(`KXHIGHTOWN-${tickerDate(date)}${code}`)).toBe(date);
    }),
  );
});

test('a ticker without a date, or with one that no calendar has, has none', () => {
  expect(dateOfTicker('KXHIGHTOWN')).toBeNull();
  expect(dateOfTicker('KXHIGHTOWN-26FEB30')).toBeNull();
  expect(dateOfTicker('KXHIGHTOWN-26XYZ10')).toBeNull();
});

test('dates in words are UTC', () => {
  expect(longDate(Date.parse('2026-11-22T23:59:59Z'))).toBe('Nov 22, 2026');
});
