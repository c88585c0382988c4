import { Decimal128, Double, Int32, Long, serialize } from 'bson';
import { expect, test } from 'vitest';
import type { Document } from '../values/bson-type.ts';
import { compileUpdate } from './compile-update.ts';

const scope = { variables: {} };
const now = new Date('2026-11-22T12:00:00.000Z');

/** Applies a change. One that does not reach into values must leave those of the document alone. */
function update(document: Document, change: unknown, isInsert = false): Document {
  const { apply, changesInside } = compileUpdate(change, scope);
  if (changesInside) return apply(document, { now, isInsert });
  const before = serialize(document);
  const after = apply({ ...document }, { now, isInsert });
  expect(serialize(document)).toEqual(before);
  return after;
}

test.each([
  // Field operators. Source: manual, "Field Update Operators".
  [{ a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
  [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  [{ a: [1, 2] }, { $set: { 'a.0': 9 } }, { a: [9, 2] }],
  [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  [{ a: { 0: 1 } }, { $set: { 'a.1': 2 } }, { a: { 0: 1, 1: 2 } }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
  [{ a: 1 }, { $unset: { 'b.c': 1 } }, { a: 1 }],
  [{ a: 1, c: 3 }, { $rename: { a: 'b' } }, { c: 3, b: 1 }],
  [{ c: 3 }, { $rename: { a: 'b' } }, { c: 3 }],
  [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
  [{ a: 5 }, { $max: { a: 3 } }, { a: 5 }],
  [{ a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  [{}, { $min: { a: 3 } }, { a: 3 }],
  [{}, { $currentDate: { at: true } }, { at: now }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  // Array operators. Source: manual, "Array Update Operators".
  [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  [{}, { $push: { a: 2 } }, { a: [2] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 0 } } }, { a: [9, 1, 2] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
  [{ a: [1, 2, 3] }, { $push: { a: { $each: [4], $slice: -2 } } }, { a: [3, 4] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
  [{ a: [{ s: 1 }] }, { $push: { a: { $each: [{ s: 9 }], $sort: { s: -1 }, $slice: 1 } } }, { a: [{ s: 9 }] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{}, { $pull: { a: 1 } }, {}],
  // Replacement and pipeline.
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ _id: 1, a: 2 }, [{ $set: { b: { $add: ['$a', 1] } } }, { $unset: 'a' }], { _id: 1, b: new Int32(3) }],
])('%j updated by %j', (before, change, after) => {
  expect(update(before, change)).toEqual(after);
});

test.each([
  [new Int32(1), new Int32(2), new Int32(3)],
  [new Int32(1), new Double(2), new Double(3)],
  [new Int32(0x7fffffff), new Int32(1), Long.fromNumber(0x80000000)],
  [Long.fromNumber(1), new Int32(1), Long.fromNumber(2)],
])('$inc of %s by %s keeps the number type', (before, by, after) => {
  expect(update({ a: before }, { $inc: { a: by } })['a']).toEqual(after);
});

test('a missing number starts from zero, with the type of the operand', () => {
  expect(update({}, { $inc: { a: new Double(2) } })['a']).toEqual(new Double(2));
  expect(update({}, { $mul: { a: Long.fromNumber(2) } })['a']).toEqual(Long.fromNumber(0));
});

test('new fields come in the order of their names, numbers by their value', () => {
  const changed = update({}, { $set: { b: 1, a: 1 }, $inc: { c: new Int32(1) } });
  expect(Object.keys(changed)).toEqual(['a', 'b', 'c']);
  expect(update({ l: [] }, { $set: { 'l.1': 'y', 'l.0': 'x' } })).toEqual({ l: ['x', 'y'] });
});

test('$setOnInsert sets its fields only when the update inserts', () => {
  expect(update({}, { $setOnInsert: { a: 1 } }, true)).toEqual({ a: 1 });
});

test.each([
  [{ _id: 1 }, { $set: { _id: 2 } }, 'ImmutableField'],
  [{ _id: 1 }, { _id: 2 }, 'ImmutableField'],
  [{ _id: 1 }, { $unset: { _id: 1 } }, 'ImmutableField'],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 'PathNotViable'],
  [{ a: [] }, { $set: { 'a.b': 1 } }, 'PathNotViable'],
  [{ a: 'x' }, { $inc: { a: 1 } }, 'TypeMismatch'],
  [{ a: null }, { $inc: { a: 1 } }, 'TypeMismatch'],
  [{ a: 1 }, { $push: { a: 1 } }, 'BadValue'],
  [{ a: Decimal128.fromString('1') }, { $inc: { a: 1 } }, 'BadValue'],
])('%j by %j fails with %s', (before, change, codeName) => {
  expect(() => update(before, change)).toThrow(expect.objectContaining({ codeName }));
});

test.each([
  [{ $unheard: { a: 1 } }, 'FailedToParse'],
  [{ $set: 1 }, 'FailedToParse'],
  [{ $set: { a: 1 }, b: 1 }, 'FailedToParse'],
  [{ a: 1, $set: { b: 1 } }, 'DollarPrefixedFieldName'],
  [{ $set: { a: 1 }, $inc: { a: 1 } }, 'ConflictingUpdateOperators'],
  [{ $set: { a: 1, 'a.b': 1 } }, 'ConflictingUpdateOperators'],
  [{ $set: { 'a.$.b': 1 } }, 'BadValue'],
  [{ $set: { 'a.$[x].b': 1 } }, 'BadValue'],
  [{ $set: { '': 1 } }, 'EmptyFieldName'],
  [{ $push: { a: { $each: [1], $unheard: 1 } } }, 'BadValue'],
  [{ $inc: { a: 'x' } }, 'TypeMismatch'],
  [{ $pop: { a: 2 } }, 'BadValue'],
  [[{ $match: {} }], 'InvalidOptions'],
  [7, 'FailedToParse'],
])('%j is refused as %s before any document is read', (change, codeName) => {
  expect(() => compileUpdate(change, scope)).toThrow(expect.objectContaining({ codeName }));
});
