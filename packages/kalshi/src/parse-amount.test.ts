import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCountHundredths, parsePriceMicros } from './parse-amount.ts';

test.each([
  ['0.0000', 0],
  ['0.0010', 1_000],
  ['0.385', 385_000],
  ['0.123456', 123_456],
  ['1.0000', 1_000_000],
  ['', null],
  [null, null],
  [undefined, null],
])('reads the price %j as %j micros', (text, value) => {
  expect(parsePriceMicros(text)).toEqual({ ok: true, value });
});

test.each(['1.0001', '2', '-0.5', '.5', '5e-1', '0,5', '0.1234567', 'none', ' 0.5'])('refuses the price %j', (text) => {
  expect(parsePriceMicros(text)).toEqual({ ok: false, error: 'not a price from 0 to 1' });
});

test.each([
  ['271926.68', 27_192_668],
  ['0.00', 0],
  ['5', 500],
  ['5.5', 550],
  ['5.5000', 550],
  [undefined, 0],
])('reads the count %j as %d hundredths', (text, value) => {
  expect(parseCountHundredths(text)).toEqual({ ok: true, value });
});

test.each(['1.234', '-1', '1e6', '1,000', 'many'])('refuses the count %j', (text) => {
  expect(parseCountHundredths(text).ok).toBe(false);
});

test('every count up to ten billion comes through exactly', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), (hundredths) => {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      expect(parseCountHundredths(text)).toEqual({ ok: true, value: hundredths });
    }),
  );
});

test('every price in micros comes through exactly', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999 }), (micros) => {
      expect(parsePriceMicros(`0.${String(micros).padStart(6, '0')}`)).toEqual({ ok: true, value: micros });
    }),
  );
});
