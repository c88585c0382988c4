import { BSONRegExp } from 'bson';
import { expect, test } from 'vitest';
import { findEqualityId, buildUpsertBase } from './build-upsert-base.ts';

// Source: manual, "db.collection.update()", Upsert Behavior.
test.each([
  [{ a: 1, b: { $gt: 2 } }, { a: 1 }],
  [{ 'a.b': 1 }, { a: { b: 1 } }],
  [{ a: { $eq: 1 } }, { a: 1 }],
  [{ a: { $in: [1] } }, { a: 1 }],
  [{ a: { $in: [1, 2] } }, {}],
  [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
  [{ $or: [{ a: 1 }, { b: 2 }] }, {}],
  [{ a: new BSONRegExp('x') }, {}],
])('a document inserted for %j starts as %j', (filter, expected) => {
  expect(buildUpsertBase(filter)).toEqual(expected);
});

test('two different values for one path cannot be inserted', () => {
  expect(() => buildUpsertBase({ $and: [{ a: 1 }, { a: 2 }] })).toThrow('matched twice');
});

test('the base is a copy: changing it leaves the filter as it was', () => {
  const filter = { a: { list: [1] } };
  const base = buildUpsertBase(filter);
  expect(base).toEqual(filter);
  expect(base['a']).not.toBe(filter.a);
});

test('the id of a filter is found wherever it is fixed', () => {
  expect(findEqualityId({ $and: [{ _id: { $eq: 7 } }] })).toBe(7);
  expect(findEqualityId({ _id: { $gt: 7 } })).toBeUndefined();
});
