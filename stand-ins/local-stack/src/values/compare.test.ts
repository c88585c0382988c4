import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bsonValue } from '../testing/bson-arbitraries.ts';
import { getPropertyRunOptions } from '../testing/test-scale.ts';
import { compareValues } from './compare.ts';

test('types come in the order of the manual', () => {
  // Source: manual, "Comparison/Sort Order".
  const ordered = [
    new MinKey(),
    null,
    new Int32(5),
    'text',
    { a: 1 },
    [1],
    new Binary(Buffer.of(1)),
    new ObjectId('0'.repeat(24)),
    false,
    new Date(0),
    new Timestamp({ t: 1, i: 1 }),
    new MaxKey(),
  ];
  expect(ordered.toReversed().toSorted(compareValues)).toEqual(ordered);
});

test.each([
  [new Int32(1), new Double(1), 0],
  [new Int32(1), Long.fromNumber(1), 0],
  [Long.fromBigInt(2n ** 53n + 1n), new Double(2 ** 53), 1],
  [Decimal128.fromString('0.1'), new Double(0.1), -1],
  [Decimal128.fromString('0.10'), Decimal128.fromString('0.1'), 0],
  [Decimal128.fromString('1E400'), new Double(Number.POSITIVE_INFINITY), -1],
  [new Double(Number.NaN), new Double(Number.NEGATIVE_INFINITY), -1],
  [new Double(-0), new Int32(0), 0],
])('%s compared with %s gives %s', (left, right, expected) => {
  expect(compareValues(left, right)).toBe(expected);
});

test('strings compare by their UTF-8 bytes, so an emoji is above every character of the basic plane', () => {
  expect(compareValues('\u{1f600}', '\u{ffff}')).toBe(1);
});

test('documents compare field by field: type, then name, then value', () => {
  expect(compareValues({ a: 1 }, { a: 1, b: 1 })).toBe(-1);
  expect(compareValues({ b: 1 }, { a: 'x' })).toBe(-1);
  expect(compareValues({ a: 1, b: 2 }, { b: 2, a: 1 })).not.toBe(0);
});

test('the order is total: antisymmetric and transitive', () => {
  fc.assert(
    fc.property(bsonValue, bsonValue, bsonValue, (a, b, c) => {
      expect(compareValues(a, b) + compareValues(b, a)).toBe(0);
      const [first, second, third] = [a, b, c].toSorted(compareValues);
      expect(compareValues(first, third)).toBeLessThanOrEqual(0);
      expect(compareValues(first, second)).toBeLessThanOrEqual(0);
    }),
    getPropertyRunOptions(1000),
  );
});
