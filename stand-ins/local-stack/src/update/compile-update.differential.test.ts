import { EJSON } from 'bson';
import fc from 'fast-check';
import { update as mingoUpdate } from 'mingo';
import { expect, test } from 'vitest';
import { getPropertyRunOptions, readTestScale } from '../testing/test-scale.ts';
import type { Document } from '../values/bson-type.ts';
import { compileUpdate } from './compile-update.ts';

/** Numbers that both implementations store alike: mingo has no BSON number types. */
const number = fc.integer({ min: -3, max: 3 });
const value = fc.oneof(number, fc.constantFrom('a', 'b'), fc.boolean());
// No duplicates in lists: mingo's $addToSet drops those that are there, and keeps those it adds to a missing list.
const document = fc.record(
  { n: number, s: value, list: fc.uniqueArray(number, { maxLength: 4 }), sub: fc.record({ n: number }) },
  { requiredKeys: [], noNullPrototype: true },
);
const numeric = fc.constantFrom('n', 'sub.n', 'fresh.n');

const change = fc.oneof(
  fc
    .tuple(fc.constantFrom('n', 's', 'sub.n', 'fresh', 'fresh.x'), value)
    .map(([path, operand]) => ({ $set: { [path]: operand } })),
  fc.constantFrom('n', 's', 'sub', 'sub.n', 'none').map((path) => ({ $unset: { [path]: '' } })),
  fc.tuple(numeric, number).map(([path, operand]) => ({ $inc: { [path]: operand } })),
  fc
    .tuple(fc.constantFrom('n', 'sub.n'), fc.constantFrom(2, 3))
    .map(([path, operand]) => ({ $mul: { [path]: operand } })),
  fc.constantFrom('n', 's', 'list').map((path) => ({ $rename: { [path]: 'renamed' } })),
  fc.tuple(fc.constantFrom('n', 'sub.n'), number).map(([path, operand]) => ({ $min: { [path]: operand } })),
  fc.tuple(fc.constantFrom('n', 'sub.n'), number).map(([path, operand]) => ({ $max: { [path]: operand } })),
  number.map((operand) => ({ $push: { list: operand } })),
  fc
    .record(
      { $each: fc.array(number, { maxLength: 3 }), $position: fc.integer({ min: 0, max: 4 }) },
      { noNullPrototype: true },
    )
    .map((operand) => ({ $push: { list: operand } })),
  number.map((operand) => ({ $addToSet: { list: operand } })),
  fc.uniqueArray(number, { maxLength: 3 }).map((operand) => ({ $addToSet: { list: { $each: operand } } })),
  number.map((operand) => ({ $pull: { list: operand } })),
  number.map((operand) => ({ $pull: { list: { $gte: operand } } })),
  fc.array(number, { maxLength: 3 }).map((operand) => ({ $pullAll: { list: operand } })),
  fc.constantFrom(1, -1).map((operand) => ({ $pop: { list: operand } })),
);

test(
  'updates give the same documents as mingo, an independent implementation',
  { timeout: 60_000 * readTestScale() },
  () => {
    fc.assert(
      fc.property(document, change, (before, modification) => {
        const theirs = structuredClone(before);
        mingoUpdate(theirs, modification);
        const moment = { now: new Date(0), isInsert: false };
        const ours: Document = compileUpdate(modification, { variables: {} }).apply(structuredClone(before), moment);
        expect(EJSON.parse(EJSON.stringify(ours))).toEqual(theirs);
      }),
      getPropertyRunOptions(2000),
    );
  },
);
