import type { Document } from 'mongodb';

/** The documents that every query is put to; a query finds some of them, by `_id`. */
export const queryDocuments: readonly Document[] = [
  { _id: 1, n: 5, s: 'abc', tags: ['a', 'b'], at: new Date(0), sub: { x: 1 }, list: [{ k: 1, v: 2 }] },
  {
    _id: 2,
    n: 10,
    s: 'ABC',
    tags: [],
    none: null,
    sub: { x: 2, y: 1 },
    list: [
      { k: 1, v: 9 },
      { k: 2, v: 2 },
    ],
  },
  { _id: 3, n: [1, 20], s: 'b', tags: [['a', 'b'], 'c'], flag: true },
  { _id: 4, n: 'five', tags: 'a', flag: false, sub: [{ x: 1 }, { x: 7 }] },
];

export type QueryCase = { readonly manual: string; readonly filter: Document; readonly finds: readonly number[] };

const operator = (page: string): string => `reference/operator/query/${page}`;

/** What the manual's page of each operator says it finds. */
export const queryCases: readonly QueryCase[] = [
  { manual: operator('eq'), filter: { n: { $eq: 5 } }, finds: [1] },
  { manual: operator('eq'), filter: { tags: 'a' }, finds: [1, 4] },
  { manual: operator('eq'), filter: { tags: ['a', 'b'] }, finds: [1, 3] },
  { manual: operator('eq'), filter: { sub: { x: 2 } }, finds: [] },
  { manual: operator('eq'), filter: { sub: { y: 1, x: 2 } }, finds: [] },
  { manual: operator('ne'), filter: { n: { $ne: 5 } }, finds: [2, 3, 4] },
  { manual: operator('ne'), filter: { none: { $ne: 1 } }, finds: [1, 2, 3, 4] },
  { manual: operator('gt'), filter: { n: { $gt: 5 } }, finds: [2, 3] },
  { manual: operator('gte'), filter: { n: { $gte: 5 } }, finds: [1, 2, 3] },
  { manual: operator('lt'), filter: { n: { $lt: 5 } }, finds: [3] },
  { manual: operator('lte'), filter: { n: { $lte: 5 } }, finds: [1, 3] },
  { manual: operator('gt'), filter: { n: { $gt: 'a' } }, finds: [4] },
  { manual: operator('gt'), filter: { n: { $gt: 6, $lt: 9 } }, finds: [3] },
  { manual: operator('in'), filter: { n: { $in: [5, 20] } }, finds: [1, 3] },
  { manual: operator('in'), filter: { s: { $in: [/^a/i, 'b'] } }, finds: [1, 2, 3] },
  { manual: operator('in'), filter: { n: { $in: [] } }, finds: [] },
  { manual: operator('nin'), filter: { n: { $nin: [5, 10] } }, finds: [3, 4] },
  { manual: operator('nin'), filter: { missing: { $nin: [1] } }, finds: [1, 2, 3, 4] },
  { manual: operator('and'), filter: { $and: [{ n: { $gt: 1 } }, { s: 'abc' }] }, finds: [1] },
  { manual: operator('or'), filter: { $or: [{ n: 5 }, { flag: true }] }, finds: [1, 3] },
  { manual: operator('nor'), filter: { $nor: [{ n: 5 }, { flag: true }] }, finds: [2, 4] },
  { manual: operator('not'), filter: { n: { $not: { $gt: 5 } } }, finds: [1, 4] },
  { manual: operator('not'), filter: { s: { $not: /^a/ } }, finds: [2, 3, 4] },
  { manual: operator('exists'), filter: { none: { $exists: true } }, finds: [2] },
  { manual: operator('exists'), filter: { flag: { $exists: false } }, finds: [1, 2] },
  { manual: 'tutorial/query-for-null-fields', filter: { none: null }, finds: [1, 2, 3, 4] },
  { manual: 'tutorial/query-for-null-fields', filter: { none: { $type: 10 } }, finds: [2] },
  { manual: operator('type'), filter: { n: { $type: 'string' } }, finds: [4] },
  { manual: operator('type'), filter: { n: { $type: 'number' } }, finds: [1, 2, 3] },
  { manual: operator('type'), filter: { tags: { $type: 'array' } }, finds: [1, 2, 3] },
  { manual: operator('type'), filter: { at: { $type: [9, 'bool'] } }, finds: [1] },
  { manual: operator('expr'), filter: { $expr: { $gt: ['$sub.x', '$sub.y'] } }, finds: [1, 2, 4] },
  { manual: operator('jsonSchema'), filter: { $jsonSchema: { required: ['flag'] } }, finds: [3, 4] },
  { manual: operator('mod'), filter: { n: { $mod: [5, 0] } }, finds: [1, 2, 3] },
  { manual: operator('mod'), filter: { n: { $mod: [4, 1] } }, finds: [1, 3] },
  { manual: operator('regex'), filter: { s: { $regex: '^ab' } }, finds: [1] },
  { manual: operator('regex'), filter: { s: { $regex: 'ABC', $options: 'i' } }, finds: [1, 2] },
  { manual: operator('all'), filter: { tags: { $all: ['a', 'b'] } }, finds: [1] },
  { manual: operator('all'), filter: { tags: { $all: [['a', 'b']] } }, finds: [1, 3] },
  { manual: operator('all'), filter: { tags: { $all: ['a'] } }, finds: [1, 4] },
  { manual: operator('elemMatch'), filter: { list: { $elemMatch: { k: 1, v: { $gt: 5 } } } }, finds: [2] },
  { manual: operator('elemMatch'), filter: { n: { $elemMatch: { $gt: 6, $lt: 9 } } }, finds: [] },
  { manual: operator('size'), filter: { tags: { $size: 2 } }, finds: [1, 3] },
  { manual: operator('size'), filter: { tags: { $size: 0 } }, finds: [2] },
  { manual: operator('comment'), filter: { n: 5, $comment: 'why' }, finds: [1] },
  { manual: 'tutorial/query-embedded-documents', filter: { 'sub.x': 1 }, finds: [1, 4] },
  { manual: 'tutorial/query-array-of-documents', filter: { 'list.k': 1, 'list.v': 9 }, finds: [2] },
  { manual: 'tutorial/query-array-of-documents', filter: { 'list.0.k': 1 }, finds: [1, 2] },
  { manual: 'tutorial/query-arrays', filter: { 'tags.1': 'b' }, finds: [1] },
  { manual: 'reference/bson-type-comparison-order', filter: { at: { $lte: new Date(1) } }, finds: [1] },
  { manual: 'reference/bson-type-comparison-order', filter: { flag: { $gt: false } }, finds: [3] },
];
