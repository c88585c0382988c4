import { BSONRegExp, type Document, Long } from 'mongodb';

/** One statement on a collection that holds `before`, or nothing: what is stored after it, or the code it is refused with. */
export type IdCase = {
  readonly manual: string;
  readonly behaviour: string;
  readonly before?: Document;
  readonly filter: Document;
  readonly update: Document | readonly Document[];
} & ({ readonly after: Document } | { readonly code: number });

const DOCUMENTS = 'core/document';
const UPDATE = 'reference/command/update';
const PIPELINE = 'tutorial/update-documents-with-aggregation-pipeline';
const SIX = { _id: 6, a: 1 };
const IN_PARTS = { _id: { x: 1, y: 2 }, a: 1 };
const NULL = { _id: null, a: 1 };

/** An upsert into an empty collection: which `_id` the new document gets. */
const upsertCases: readonly IdCase[] = [
  {
    manual: UPDATE,
    behaviour: 'a replacement takes null from the filter',
    filter: { _id: null },
    update: { a: 1 },
    after: NULL,
  },
  { manual: UPDATE, behaviour: 'a replacement brings null itself', filter: { a: 1 }, update: NULL, after: NULL },
  { manual: UPDATE, behaviour: 'null in both', filter: { _id: null }, update: NULL, after: NULL },
  {
    manual: UPDATE,
    behaviour: 'operators take null from the filter',
    filter: { _id: null },
    update: { $set: { a: 1 } },
    after: NULL,
  },
  {
    manual: UPDATE,
    behaviour: 'operators set null',
    filter: { a: 1 },
    update: { $setOnInsert: { _id: null } },
    after: NULL,
  },
  {
    manual: PIPELINE,
    behaviour: 'a pipeline takes null from the filter',
    filter: { _id: null },
    update: [{ $set: { a: 1 } }],
    after: NULL,
  },
  {
    manual: PIPELINE,
    behaviour: 'a pipeline without an id takes that of the filter',
    filter: { _id: 6 },
    update: [{ $replaceWith: { a: 1 } }],
    after: SIX,
  },
  {
    manual: UPDATE,
    behaviour: 'operators take a part of an id from the filter',
    filter: { '_id.x': 1 },
    update: { $set: { a: 1 } },
    after: { _id: { x: 1 }, a: 1 },
  },
  {
    manual: UPDATE,
    behaviour: 'a replacement cannot take a part of an id',
    filter: { '_id.x': 1 },
    update: { a: 1 },
    code: 111,
  },
  { manual: UPDATE, behaviour: 'another id than in the filter', filter: { _id: 6 }, update: { _id: 7 }, code: 66 },
  {
    manual: UPDATE,
    behaviour: 'operators cannot set another id than in the filter',
    filter: { _id: 6 },
    update: { $setOnInsert: { _id: 7 } },
    code: 66,
  },
  {
    manual: UPDATE,
    behaviour: 'operators cannot extend the id in the filter',
    filter: { _id: { x: 1 } },
    update: { $set: { '_id.y': 2 } },
    code: 66,
  },
  {
    manual: UPDATE,
    behaviour: 'a path and a path inside it in the filter',
    filter: { b: { c: 1 }, 'b.c': 1 },
    update: { $set: { a: 1 } },
    code: 54,
  },
  {
    manual: DOCUMENTS,
    behaviour: 'an array in the filter',
    filter: { _id: [1] },
    update: { $set: { a: 1 } },
    code: 53,
  },
  { manual: DOCUMENTS, behaviour: 'an array set', filter: { a: 1 }, update: { $set: { _id: [1] } }, code: 53 },
  { manual: DOCUMENTS, behaviour: 'an array in a replacement', filter: { a: 1 }, update: { _id: [1] }, code: 54 },
  {
    manual: DOCUMENTS,
    behaviour: 'a regular expression set',
    filter: { a: 1 },
    update: { $set: { _id: new BSONRegExp('x') } },
    code: 53,
  },
  {
    manual: DOCUMENTS,
    behaviour: 'a regular expression in a replacement',
    filter: { a: 1 },
    update: { _id: new BSONRegExp('x') },
    code: 53,
  },
  {
    manual: DOCUMENTS,
    behaviour: 'a field name with a dollar sign',
    filter: { a: 1 },
    update: { _id: { $x: 1 } },
    code: 52,
  },
];

/** An update of a document that is there: its `_id` stays. */
const updateCases: readonly IdCase[] = [
  {
    manual: UPDATE,
    behaviour: 'null is found again and replaced',
    before: NULL,
    filter: { _id: null },
    update: { b: 2 },
    after: { _id: null, b: 2 },
  },
  { manual: UPDATE, behaviour: 'null in the place of an id', before: SIX, filter: {}, update: { _id: null }, code: 66 },
  { manual: UPDATE, behaviour: 'an id in the place of null', before: NULL, filter: {}, update: { _id: 6 }, code: 66 },
  {
    manual: UPDATE,
    behaviour: 'an array in the place of an id',
    before: SIX,
    filter: {},
    update: { _id: [6] },
    code: 53,
  },
  {
    manual: UPDATE,
    behaviour: 'operators set the id to what it is',
    before: SIX,
    filter: {},
    update: { $set: { _id: Long.fromNumber(6), b: 2 } },
    after: { ...SIX, b: 2 },
  },
  {
    manual: UPDATE,
    behaviour: 'operators unset the id',
    before: SIX,
    filter: {},
    update: { $unset: { _id: 1 } },
    code: 66,
  },
  {
    manual: UPDATE,
    behaviour: 'operators rename the id',
    before: SIX,
    filter: {},
    update: { $rename: { _id: 'b' } },
    code: 66,
  },
  {
    manual: UPDATE,
    behaviour: 'operators change a part of the id',
    before: IN_PARTS,
    filter: {},
    update: { $set: { '_id.x': 2 } },
    code: 66,
  },
  {
    manual: UPDATE,
    behaviour: 'operators set a part of the id to what it is',
    before: IN_PARTS,
    filter: {},
    update: { $set: { '_id.x': 1, b: 2 } },
    after: { ...IN_PARTS, b: 2 },
  },
  {
    manual: PIPELINE,
    behaviour: 'a stage that leaves the id out keeps it',
    before: SIX,
    filter: {},
    update: [{ $project: { _id: 0, a: 1 } }],
    after: SIX,
  },
  {
    manual: PIPELINE,
    behaviour: 'a stage that unsets the id keeps it',
    before: SIX,
    filter: {},
    update: [{ $unset: '_id' }, { $set: { b: 2 } }],
    after: { ...SIX, b: 2 },
  },
  {
    manual: PIPELINE,
    behaviour: 'a new root without an id keeps it',
    before: SIX,
    filter: {},
    update: [{ $replaceWith: { b: 2 } }],
    after: { _id: 6, b: 2 },
  },
  {
    manual: PIPELINE,
    behaviour: 'a new root with the id last gets it in front',
    before: SIX,
    filter: {},
    update: [{ $replaceRoot: { newRoot: { b: 2, _id: '$_id' } } }],
    after: { _id: 6, b: 2 },
  },
  {
    manual: PIPELINE,
    behaviour: 'an id taken away and put back',
    before: SIX,
    filter: {},
    update: [{ $set: { kept: '$_id' } }, { $unset: '_id' }, { $set: { _id: '$kept' } }, { $unset: 'kept' }],
    after: SIX,
  },
  {
    manual: PIPELINE,
    behaviour: 'null is kept',
    before: NULL,
    filter: {},
    update: [{ $replaceWith: { b: 2 } }],
    after: { _id: null, b: 2 },
  },
  { manual: PIPELINE, behaviour: 'no stage at all', before: SIX, filter: {}, update: [], after: SIX },
  { manual: PIPELINE, behaviour: 'another id', before: SIX, filter: {}, update: [{ $set: { _id: 7 } }], code: 66 },
  {
    manual: PIPELINE,
    behaviour: 'null for an id',
    before: SIX,
    filter: {},
    update: [{ $set: { _id: null } }],
    code: 66,
  },
  {
    manual: PIPELINE,
    behaviour: 'an array for an id',
    before: SIX,
    filter: {},
    update: [{ $set: { _id: ['$a'] } }],
    code: 53,
  },
  {
    manual: PIPELINE,
    behaviour: 'a part of the id changed',
    before: IN_PARTS,
    filter: {},
    update: [{ $set: { '_id.x': 2 } }],
    code: 66,
  },
];

export const idCases: readonly IdCase[] = [...upsertCases, ...updateCases];

type InsertCase = { readonly manual: string; readonly id: unknown; readonly code?: number };

/** What an inserted document may have as its `_id`. */
export const insertedIdCases: readonly InsertCase[] = [
  { manual: DOCUMENTS, id: null },
  { manual: DOCUMENTS, id: { x: 1 } },
  { manual: DOCUMENTS, id: '' },
  { manual: DOCUMENTS, id: [1], code: 53 },
  { manual: DOCUMENTS, id: new BSONRegExp('x'), code: 53 },
  { manual: DOCUMENTS, id: { $x: 1 }, code: 52 },
  { manual: DOCUMENTS, id: { x: { $y: 1 } }, code: 52 },
  { manual: DOCUMENTS, id: { x: [{ $y: 1 }] }, code: 52 },
];
