import type { Document } from 'mongodb';

/** A command, the collection `c` holding `{ _id: 1, n: 1 }`, and how many documents it holds once the command is done. */
export type WriteConcernCase = { readonly manual: string; readonly command: Document; readonly leaves: number };

const WRITE_CONCERN = 'reference/write-concern';

/** Every command that takes a write concern. Each does its work whether or not the concern can be met. */
export const writeConcernCases: readonly WriteConcernCase[] = [
  { manual: WRITE_CONCERN, command: { insert: 'c', documents: [{ _id: 2 }] }, leaves: 2 },
  { manual: WRITE_CONCERN, command: { insert: 'c', documents: [{ _id: 1 }, { _id: 2 }], ordered: false }, leaves: 2 },
  { manual: WRITE_CONCERN, command: { update: 'c', updates: [{ q: { _id: 2 }, u: {}, upsert: true }] }, leaves: 2 },
  { manual: WRITE_CONCERN, command: { delete: 'c', deletes: [{ q: {}, limit: 0 }] }, leaves: 0 },
  { manual: WRITE_CONCERN, command: { findAndModify: 'c', query: {}, remove: true }, leaves: 0 },
  { manual: WRITE_CONCERN, command: { create: 'other' }, leaves: 1 },
  { manual: WRITE_CONCERN, command: { collMod: 'c', validator: {} }, leaves: 1 },
  { manual: WRITE_CONCERN, command: { createIndexes: 'c', indexes: [{ key: { n: 1 }, name: 'n_1' }] }, leaves: 1 },
  { manual: WRITE_CONCERN, command: { dropIndexes: 'c', index: '*' }, leaves: 1 },
  { manual: WRITE_CONCERN, command: { drop: 'c' }, leaves: 0 },
  { manual: WRITE_CONCERN, command: { dropDatabase: 1 }, leaves: 0 },
];

/** Concerns that no set of the size a test may meet can fulfil, and what a reply says of them. */
export const unmetConcerns: readonly {
  readonly concern: Document;
  readonly code: number;
  readonly codeName: string;
}[] = [
  { concern: { w: 50 }, code: 100, codeName: 'UnsatisfiableWriteConcern' },
  { concern: { w: 50, j: true, wtimeout: 1 }, code: 100, codeName: 'UnsatisfiableWriteConcern' },
  { concern: { w: 'unheard' }, code: 79, codeName: 'UnknownReplWriteConcern' },
];
