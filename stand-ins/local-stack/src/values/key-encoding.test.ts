import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bsonNumber, bsonValue } from '../testing/bson-arbitraries.ts';
import { getPropertyRunOptions } from '../testing/test-scale.ts';
import { compareBytes, compareValues } from './compare.ts';
import { encodeCompoundKey, encodeKey } from './key-encoding.ts';

test.each([
  ['any values', bsonValue],
  ['numbers of different types', bsonNumber],
])('encoded keys of %s sort as their values do, and are equal exactly when the values are', (_name, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, arbitrary, (left, right) => {
      expect(compareBytes(encodeKey(left), encodeKey(right))).toBe(compareValues(left, right));
    }),
    getPropertyRunOptions(2000),
  );
});

test('no encoded key is a prefix of another, so keys can be concatenated', () => {
  fc.assert(
    fc.property(bsonValue, bsonValue, (left, right) => {
      fc.pre(compareValues(left, right) !== 0);
      const [a, b] = [encodeKey(left), encodeKey(right)];
      expect(a.subarray(0, b.length).equals(b)).toBe(false);
    }),
    getPropertyRunOptions(2000),
  );
});

test('a compound key sorts by its first part, then the second, each in its own direction', () => {
  const pair = fc.tuple(bsonValue, bsonNumber);
  fc.assert(
    fc.property(pair, pair, fc.boolean(), fc.boolean(), (left, right, firstDown, secondDown) => {
      const order =
        compareValues(left[0], right[0]) * (firstDown ? -1 : 1) ||
        compareValues(left[1], right[1]) * (secondDown ? -1 : 1);
      const descending = [firstDown, secondDown];
      expect(compareBytes(encodeCompoundKey(left, descending), encodeCompoundKey(right, descending)) + 0).toBe(
        order + 0,
      );
    }),
    getPropertyRunOptions(2000),
  );
});
