import { type Document, Double, Int32, Long } from 'mongodb';

/** A document, an update, and the document after it; an update that fails has the code of its write error instead. */
export type UpdateCase = {
  readonly manual: string;
  readonly before: Document;
  readonly update: Document;
} & ({ readonly after: Document } | { readonly code: number });

const operator = (page: string): string => `reference/operator/update/${page}`;

/** What the manual's page of each update operator says it does. */
export const updateCases: readonly UpdateCase[] = [
  { manual: operator('set'), before: { a: 1 }, update: { $set: { a: 2, 'b.c': 3 } }, after: { a: 2, b: { c: 3 } } },
  { manual: operator('set'), before: { a: [1, 2] }, update: { $set: { 'a.1': 9 } }, after: { a: [1, 9] } },
  { manual: operator('set'), before: { a: [1] }, update: { $set: { 'a.3': 9 } }, after: { a: [1, null, null, 9] } },
  { manual: operator('set'), before: {}, update: { $set: { z: 1, b: 2 } }, after: { b: 2, z: 1 } },
  { manual: operator('set'), before: { a: 1 }, update: { $set: {} }, after: { a: 1 } },
  {
    manual: operator('unset'),
    before: { a: 1, b: { c: 2 } },
    update: { $unset: { a: '', 'b.c': '' } },
    after: { b: {} },
  },
  { manual: operator('unset'), before: { a: [1, 2] }, update: { $unset: { 'a.0': '' } }, after: { a: [null, 2] } },
  { manual: operator('inc'), before: { a: 1 }, update: { $inc: { a: 2, b: -1 } }, after: { a: 3, b: -1 } },
  {
    manual: operator('inc'),
    before: { a: new Int32(2147483647) },
    update: { $inc: { a: 1 } },
    after: { a: 2147483648 },
  },
  { manual: operator('inc'), before: { a: null }, update: { $inc: { a: 1 } }, code: 14 },
  { manual: operator('inc'), before: { a: 'x' }, update: { $inc: { a: 1 } }, code: 14 },
  { manual: operator('mul'), before: { a: 3 }, update: { $mul: { a: 2, b: 5 } }, after: { a: 6, b: 0 } },
  { manual: operator('mul'), before: { a: new Int32(3) }, update: { $mul: { a: new Double(1.5) } }, after: { a: 4.5 } },
  { manual: operator('mul'), before: { a: Long.fromNumber(3) }, update: { $mul: { a: 2 } }, after: { a: 6 } },
  { manual: operator('min'), before: { a: 5 }, update: { $min: { a: 3, b: 7 } }, after: { a: 3, b: 7 } },
  { manual: operator('min'), before: { a: 2 }, update: { $min: { a: 3 } }, after: { a: 2 } },
  { manual: operator('max'), before: { a: 5 }, update: { $max: { a: 7 } }, after: { a: 7 } },
  { manual: operator('max'), before: { a: 5 }, update: { $max: { a: 'text' } }, after: { a: 'text' } },
  { manual: operator('rename'), before: { a: 1, b: 2 }, update: { $rename: { a: 'b' } }, after: { b: 1 } },
  { manual: operator('rename'), before: { a: 1 }, update: { $rename: { missing: 'b' } }, after: { a: 1 } },
  { manual: operator('rename'), before: { a: [{ b: 1 }] }, update: { $rename: { 'a.0.b': 'c' } }, code: 2 },
  { manual: operator('setOnInsert'), before: { a: 1 }, update: { $setOnInsert: { a: 2 } }, after: { a: 1 } },
  { manual: operator('push'), before: { a: [1] }, update: { $push: { a: 2, b: [3] } }, after: { a: [1, 2], b: [[3]] } },
  { manual: operator('push'), before: { a: 1 }, update: { $push: { a: 2 } }, code: 2 },
  {
    manual: operator('each'),
    before: { a: [1] },
    update: { $push: { a: { $each: [2, 3] } } },
    after: { a: [1, 2, 3] },
  },
  {
    manual: operator('position'),
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [9], $position: -1 } } },
    after: { a: [1, 9, 2] },
  },
  {
    manual: operator('slice'),
    before: { a: [1, 2] },
    update: { $push: { a: { $each: [3], $slice: -2 } } },
    after: { a: [2, 3] },
  },
  { manual: operator('slice'), before: { a: [1] }, update: { $push: { a: { $slice: 1 } } }, code: 2 },
  {
    manual: operator('sort'),
    before: { a: [{ n: 2 }] },
    update: { $push: { a: { $each: [{ n: 1 }, { n: 3 }], $sort: { n: -1 }, $slice: 2 } } },
    after: { a: [{ n: 3 }, { n: 2 }] },
  },
  { manual: operator('addToSet'), before: { a: [1] }, update: { $addToSet: { a: 1 } }, after: { a: [1] } },
  {
    manual: operator('addToSet'),
    before: { a: [1] },
    update: { $addToSet: { a: { $each: [1, 2, 2] } } },
    after: { a: [1, 2] },
  },
  { manual: operator('addToSet'), before: { a: [1] }, update: { $addToSet: { a: [2] } }, after: { a: [1, [2]] } },
  { manual: operator('pull'), before: { a: [1, 2, 3] }, update: { $pull: { a: { $gte: 2 } } }, after: { a: [1] } },
  {
    manual: operator('pull'),
    before: { a: [{ b: 1, c: 2 }, { b: 2 }] },
    update: { $pull: { a: { b: 1 } } },
    after: { a: [{ b: 2 }] },
  },
  { manual: operator('pullAll'), before: { a: [1, 2, 1, 3] }, update: { $pullAll: { a: [1, 3] } }, after: { a: [2] } },
  { manual: operator('pop'), before: { a: [1, 2, 3] }, update: { $pop: { a: 1 } }, after: { a: [1, 2] } },
  { manual: operator('pop'), before: { a: [1, 2, 3] }, update: { $pop: { a: -1 } }, after: { a: [2, 3] } },
  { manual: operator('pop'), before: { a: 1 }, update: { $pop: { a: 1 } }, code: 14 },
  { manual: 'reference/command/update', before: { a: 1 }, update: { b: 2 }, after: { b: 2 } },
  { manual: 'reference/command/update', before: { a: 1 }, update: { _id: 'other' }, code: 66 },
  { manual: 'reference/command/update', before: { a: 1 }, update: { $set: { a: 1 }, $inc: { a: 1 } }, code: 40 },
  {
    manual: 'reference/command/update',
    before: { a: 1 },
    update: { $set: { a: {} }, $unset: { 'a.b': '' } },
    code: 40,
  },
  { manual: 'reference/command/update', before: { a: 1 }, update: { $set: { 'a.b': 1 } }, code: 28 },
  { manual: 'reference/command/update', before: { a: 1 }, update: { $set: { '': 1 } }, code: 56 },
  { manual: 'reference/command/update', before: { a: 1 }, update: { $unheard: { a: 1 } }, code: 9 },
];
