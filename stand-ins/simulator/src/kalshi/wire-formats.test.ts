import { toMicros } from '@coliseum/domain/price';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWireCount, formatWirePrice, formatWireTime } from './wire-formats.ts';

test('prices have four decimals, or six where four are not enough', () => {
  expect([0, 385_000, 1_000_000, 444_500, 1, 123_450].map(formatWirePrice)).toEqual([
    '0.0000',
    '0.3850',
    '1.0000',
    '0.4445',
    '0.000001',
    '0.123450',
  ]);
});

test('prices are exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (micros) => toMicros(formatWirePrice(micros)) === micros),
  );
});

test('counts have two decimals', () => {
  expect([0, 5, 100, 27_192_668].map(formatWireCount)).toEqual(['0.00', '0.05', '1.00', '271926.68']);
});

test('times have fractional digits only where there is a fraction of a second', () => {
  expect(formatWireTime(Date.parse('2026-11-22T14:00:00Z'))).toBe('2026-11-22T14:00:00Z');
  expect(formatWireTime(Date.parse('2026-11-22T14:00:00.040Z'))).toBe('2026-11-22T14:00:00.040Z');
});
