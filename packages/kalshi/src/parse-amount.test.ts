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
  ['0.31000000', 310_000],
  ['1.0000000000', 1_000_000],
])('zeros after the sixth place of %j say nothing', (text, value) => {
  expect(parsePriceMicros(text)).toEqual({ ok: true, value });
});

test.each([0.31, 31, true, {}, '0.31000001', '1.00000001', `0.31${'0'.repeat(100_000)}`])(
  'what is not exactly a price is refused: %j',
  (value) => {
    expect(parsePriceMicros(value).ok).toBe(false);
  },
);

test.each([
  ['271926.68', 27_192_668],
  ['271926.6849', 27_192_668],
  ['0.00', 0],
  ['0.009', 0],
  ['5', 500],
  ['5.', 500],
  ['5.5', 550],
  ['5.5000', 550],
  ['1,271,926.6849', 127_192_668],
  ['2.719266849e5', 27_192_668],
  [5120, 512_000],
  [5120.25, 512_025],
])('reads the count %j as %d hundredths', (value, hundredths) => {
  expect(parseCountHundredths(value)).toBe(hundredths);
});

test.each(['-1', 'many', '1,00', '1.000,50', '', null, undefined, Number.NaN, {}, ['5'], '9e99', '1'.repeat(100_000)])(
  'takes %j for no count',
  (value) => {
    expect(parseCountHundredths(value)).toBeNull();
  },
);

test('every count up to ten billion comes through exactly, whatever follows the second place', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000 }), fc.stringMatching(/^\d{0,6}$/), (hundredths, more) => {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}${more}`;
      expect(parseCountHundredths(text)).toBe(hundredths);
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
