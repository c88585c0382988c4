import { Decimal128, Double, Int32, Long } from 'bson';
import { expect, test } from 'vitest';
import { calculate } from './arithmetic.ts';

test.each([
  ['add', new Int32(2), new Int32(3), new Int32(5)],
  ['add', new Int32(0x7fffffff), new Int32(1), Long.fromBigInt(2n ** 31n)],
  ['add', Long.fromNumber(2), new Int32(3), Long.fromNumber(5)],
  ['add', new Int32(1), new Double(2), new Double(3)],
  ['subtract', new Int32(2), new Int32(3), new Int32(-1)],
  ['multiply', new Int32(1_000_000), new Int32(1_000_000), Long.fromNumber(1e12)],
] as const)('%s of %s and %s keeps the type MongoDB keeps', (operation, left, right, expected) => {
  expect(calculate(operation, left, right)).toEqual(expected);
});

test('an integer beyond 64 bits is an error, not a wrong number', () => {
  expect(() => calculate('add', Long.MAX_VALUE, new Int32(1))).toThrow('64 bits');
});

test('decimals are refused', () => {
  expect(() => calculate('add', Decimal128.fromString('1'), new Int32(1))).toThrow('not supported');
});
