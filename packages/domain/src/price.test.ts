import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DecimalPrice,
  formatMicros,
  MICROS_PER_UNIT,
  parseMicros,
  probabilityToMicros,
  computeSidePriceMicros,
  toMicros,
} from './price.ts';

const anyMicros = fc.integer({ min: 0, max: MICROS_PER_UNIT });

test.each([
  ['0.385', 385_000, '0.385'],
  ['0.5', 500_000, '0.50'],
  ['0.4500', 450_000, '0.45'],
  ['0.123456', 123_456, '0.123456'],
  ['0.000001', 1, '0.000001'],
  ['0', 0, '0.00'],
  ['1', 1_000_000, '1.00'],
])('%s is %d micros and is written %s', (text, micros, canonical) => {
  expect(parseMicros(text)).toEqual({ ok: true, value: micros });
  expect(formatMicros(micros)).toBe(canonical);
});

test.each(['', ' 0.5', '.5', '1.', '-0.5', '+1', '5e-1', '0.1234567', '0,5', 'NaN', '1234567890'])(
  '%j is no price and is refused, not rounded',
  (text) => {
    expect(parseMicros(text).ok).toBe(false);
    expect(() => toMicros(text)).toThrow(RangeError);
  },
);

test('writing and reading micros changes nothing, and what is written is a valid price', () => {
  fc.assert(
    fc.property(anyMicros, (micros) => {
      const text = formatMicros(micros);
      expect(toMicros(text)).toBe(micros);
      expect(DecimalPrice.safeParse(text).success).toBe(true);
    }),
  );
});

test('a price lies between 0 and 1', () => {
  for (const text of ['0', '0.0', '0.999999', '1', '1.000000']) expect(DecimalPrice.safeParse(text).success).toBe(true);
  for (const text of ['1.000001', '2', '-0.1', '0.1234567', '01']) {
    expect(DecimalPrice.safeParse(text).success).toBe(false);
  }
});

test('a probability is rounded to the nearest micro and refused outside 0 to 1', () => {
  expect([0, 1, 0.37, 0.0000005, 0.99999949].map(probabilityToMicros)).toEqual([0, 1_000_000, 370_000, 1, 999_999]);
  expect([-0.0000001, 1.0000001, Number.NaN, Number.POSITIVE_INFINITY].map(probabilityToMicros)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('YES and NO together cost one dollar', () => {
  fc.assert(
    fc.property(anyMicros, (micros) => {
      expect(computeSidePriceMicros('YES', micros)).toBe(micros);
      expect(computeSidePriceMicros('YES', micros) + computeSidePriceMicros('NO', micros)).toBe(MICROS_PER_UNIT);
    }),
  );
});
