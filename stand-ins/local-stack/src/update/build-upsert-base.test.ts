import { BSONRegExp } from 'bson';
import { expect, test } from 'vitest';
import { buildReplacementBase, buildUpsertBase } from './build-upsert-base.ts';

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

test.each([{ a: { b: 1 }, 'a.b': 1 }, { $and: [{ 'a.b': 1 }, { a: { c: 1 } }] }])(
  'a path and a path inside it cannot both be inserted: %j',
  (filter) => {
    expect(() => buildUpsertBase(filter)).toThrow('are matched');
  },
);

test('an upsert with a replacement starts from the id that the filter fixes, at the top or inside $and', () => {
  expect(buildReplacementBase({ a: 1, $and: [{ _id: { $eq: 7 } }] })).toEqual({ _id: 7 });
  expect(buildReplacementBase({ _id: null })).toEqual({ _id: null });
  expect(buildReplacementBase({ _id: { $gt: 7 } })).toEqual({});
});

test('an upsert with a replacement is refused when the filter fixes only a part of the id', () => {
  expect(() => buildReplacementBase({ '_id.a': 1 })).toThrow("field at '_id' must be exactly specified");
});
