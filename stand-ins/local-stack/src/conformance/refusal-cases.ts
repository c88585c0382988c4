import { type Document, Int32 } from 'mongodb';

/** A command, the collection `c` holding `{ a: 1, list: [1] }`, and what it is refused with. */
export type RefusalCase = {
  readonly manual: string;
  readonly command: Document;
  readonly code: number;
  readonly codeName: string;
};

const command = (page: string): string => `reference/command/${page}`;
const stage = (page: string): string => `reference/operator/aggregation/${page}`;

function aggregate(...pipeline: readonly Document[]): Document {
  return { aggregate: 'c', pipeline, cursor: {} };
}

function createIndex(index: Document): Document {
  return { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x', ...index }] };
}

/** Mistakes that any server refuses with these codes: "Error Codes" has their names. */
export const invalidCommandCases: readonly RefusalCase[] = [
  { manual: 'reference/command', command: { unheard: 1 }, code: 59, codeName: 'CommandNotFound' },
  { manual: command('insert'), command: { insert: 'c' }, code: 40_414, codeName: 'IDLFailedToParse' },
  { manual: command('insert'), command: { insert: 'c', documents: [] }, code: 16, codeName: 'InvalidLength' },
  { manual: command('insert'), command: { insert: 'c', documents: 5 }, code: 14, codeName: 'TypeMismatch' },
  { manual: command('update'), command: { update: 'c' }, code: 40_414, codeName: 'IDLFailedToParse' },
  {
    manual: command('update'),
    command: { update: 'c', updates: [{ u: { $set: { a: 2 } } }] },
    code: 40_414,
    codeName: 'IDLFailedToParse',
  },
  {
    manual: command('update'),
    command: { update: 'c', updates: [{ q: {} }] },
    code: 40_414,
    codeName: 'IDLFailedToParse',
  },
  {
    manual: command('update'),
    command: { update: 'c', updates: [{ q: {}, u: {}, unheard: 1 }] },
    code: 40_415,
    codeName: 'IDLUnknownField',
  },
  {
    manual: command('delete'),
    command: { delete: 'c', deletes: [{ limit: 0 }] },
    code: 40_414,
    codeName: 'IDLFailedToParse',
  },
  {
    manual: command('delete'),
    command: { delete: 'c', deletes: [{ q: {} }] },
    code: 40_414,
    codeName: 'IDLFailedToParse',
  },
  {
    manual: command('delete'),
    command: { delete: 'c', deletes: [{ q: {}, limit: 1, unheard: 1 }] },
    code: 40_415,
    codeName: 'IDLUnknownField',
  },
  { manual: command('find'), command: { find: 'c', filter: 'x' }, code: 14, codeName: 'TypeMismatch' },
  { manual: command('find'), command: { find: 'c', limit: -1 }, code: 51_024, codeName: 'Location51024' },
  { manual: command('find'), command: { find: 'c', skip: -1 }, code: 51_024, codeName: 'Location51024' },
  { manual: command('find'), command: { find: 'c', hint: 'nobody' }, code: 2, codeName: 'BadValue' },
  { manual: command('find'), command: { find: 'c', allowDiskUse: 'x' }, code: 14, codeName: 'TypeMismatch' },
  { manual: command('find'), command: { find: '' }, code: 73, codeName: 'InvalidNamespace' },
  { manual: command('find'), command: { find: 'c', filter: { a: { $unheard: 1 } } }, code: 2, codeName: 'BadValue' },
  { manual: command('find'), command: { find: 'c', filter: { $unheard: 1 } }, code: 2, codeName: 'BadValue' },
  { manual: command('find'), command: { find: 'none', filter: { a: { $unheard: 1 } } }, code: 2, codeName: 'BadValue' },
  { manual: command('find'), command: { find: 'c', filter: { $or: [] } }, code: 2, codeName: 'BadValue' },
  { manual: command('getMore'), command: { getMore: 5, collection: 'c' }, code: 14, codeName: 'TypeMismatch' },
  {
    manual: command('insert'),
    command: { insert: 'c', documents: [{}], bypassDocumentValidation: 'x' },
    code: 14,
    codeName: 'TypeMismatch',
  },
  {
    manual: 'core/read-preference',
    command: { find: 'c', $readPreference: { mode: 'unheard' } },
    code: 9,
    codeName: 'FailedToParse',
  },
  { manual: command('distinct'), command: { distinct: 'c' }, code: 40_414, codeName: 'IDLFailedToParse' },
  { manual: command('aggregate'), command: { aggregate: 'c', pipeline: [] }, code: 9, codeName: 'FailedToParse' },
  {
    manual: command('aggregate'),
    command: { aggregate: 'c', pipeline: {}, cursor: {} },
    code: 14,
    codeName: 'TypeMismatch',
  },
  {
    manual: command('aggregate'),
    command: { aggregate: 'c', pipeline: [], cursor: { unheard: 1 } },
    code: 40_415,
    codeName: 'IDLUnknownField',
  },
  { manual: command('aggregate'), command: aggregate({ $unheard: 1 }), code: 40_324, codeName: 'Location40324' },
  {
    manual: command('aggregate'),
    command: aggregate({ $match: {}, $limit: new Int32(1) }),
    code: 40_323,
    codeName: 'Location40323',
  },
  { manual: stage('limit'), command: aggregate({ $limit: new Int32(0) }), code: 15_958, codeName: 'Location15958' },
  {
    manual: stage('group'),
    command: aggregate({ $group: { n: { $sum: 1 } } }),
    code: 15_955,
    codeName: 'Location15955',
  },
  {
    manual: stage('group'),
    command: aggregate({ $group: { _id: 1, n: { $unheard: 1 } } }),
    code: 15_952,
    codeName: 'Location15952',
  },
  {
    manual: stage('group'),
    command: aggregate({ $group: { _id: 1, n: { $sum: ['$a', 1] } } }),
    code: 40_237,
    codeName: 'Location40237',
  },
  { manual: stage('unwind'), command: aggregate({ $unwind: 'list' }), code: 28_818, codeName: 'Location28818' },
  {
    manual: stage('unwind'),
    command: aggregate({ $unwind: { path: '$list', preserveNullAndEmptyArrays: 1 } }),
    code: 28_809,
    codeName: 'Location28809',
  },
  {
    manual: stage('lookup'),
    command: aggregate({ $lookup: { from: 'c', as: 'x' } }),
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: stage('lookup'),
    command: aggregate({ $lookup: { from: 'c', as: 'x', localField: 'a', foreignField: 5 } }),
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: stage('lookup'),
    command: aggregate({ $lookup: { from: 'c', as: 'x', let: { Big: 1 }, pipeline: [] } }),
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: stage('switch'),
    command: aggregate({ $project: { x: { $switch: { branches: [] } } } }),
    code: 40_068,
    codeName: 'Location40068',
  },
  {
    manual: stage('project'),
    command: aggregate({ $project: { a: 1, list: 0 } }),
    code: 31_254,
    codeName: 'Location31254',
  },
  {
    manual: 'reference/aggregation-variables',
    command: aggregate({ $project: { x: '$$unheard' } }),
    code: 17_276,
    codeName: 'Location17276',
  },
  { manual: command('createIndexes'), command: { createIndexes: 'c' }, code: 40_414, codeName: 'IDLFailedToParse' },
  { manual: command('createIndexes'), command: createIndex({ key: {} }), code: 67, codeName: 'CannotCreateIndex' },
  {
    manual: command('createIndexes'),
    command: createIndex({ key: { a: 0 } }),
    code: 67,
    codeName: 'CannotCreateIndex',
  },
  { manual: command('createIndexes'), command: createIndex({ unique: 'x' }), code: 14, codeName: 'TypeMismatch' },
  {
    manual: command('createIndexes'),
    command: createIndex({ key: { _id: 1 }, unique: true }),
    code: 197,
    codeName: 'InvalidIndexSpecificationOption',
  },
  {
    manual: 'core/index-partial',
    command: createIndex({ sparse: true, partialFilterExpression: { a: 1 } }),
    code: 67,
    codeName: 'CannotCreateIndex',
  },
  {
    manual: 'core/index-partial',
    command: createIndex({ partialFilterExpression: { a: { $ne: 1 } } }),
    code: 67,
    codeName: 'CannotCreateIndex',
  },
  {
    manual: 'core/index-partial',
    command: createIndex({ partialFilterExpression: { a: { $exists: false } } }),
    code: 67,
    codeName: 'CannotCreateIndex',
  },
  {
    manual: command('dropIndexes'),
    command: { dropIndexes: 'c', index: 'nobody' },
    code: 27,
    codeName: 'IndexNotFound',
  },
  {
    manual: command('dropIndexes'),
    command: { dropIndexes: 'c', index: '_id_' },
    code: 72,
    codeName: 'InvalidOptions',
  },
  {
    manual: command('dropIndexes'),
    command: { dropIndexes: 'none', index: '*' },
    code: 26,
    codeName: 'NamespaceNotFound',
  },
  { manual: command('collMod'), command: { collMod: 'none', validator: {} }, code: 26, codeName: 'NamespaceNotFound' },
  { manual: command('listIndexes'), command: { listIndexes: 'none' }, code: 26, codeName: 'NamespaceNotFound' },
  { manual: command('listDatabases'), command: { listDatabases: 1 }, code: 13, codeName: 'Unauthorized' },
  { manual: command('commitTransaction'), command: { commitTransaction: 1 }, code: 13, codeName: 'Unauthorized' },
  {
    manual: 'reference/read-concern',
    command: { find: 'c', readConcern: { level: 'x' } },
    code: 9,
    codeName: 'FailedToParse',
  },
  { manual: 'reference/read-concern', command: { find: 'c', readConcern: 5 }, code: 14, codeName: 'TypeMismatch' },
  {
    manual: 'reference/read-concern',
    command: { insert: 'c', documents: [{}], readConcern: { level: 'majority' } },
    code: 72,
    codeName: 'InvalidOptions',
  },
  {
    manual: 'reference/write-concern',
    command: { find: 'c', writeConcern: { w: 1 } },
    code: 72,
    codeName: 'InvalidOptions',
  },
  {
    manual: 'reference/write-concern',
    command: { insert: 'c', documents: [{}], writeConcern: { w: 1, unheard: 1 } },
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: 'reference/write-concern',
    command: { insert: 'c', documents: [{}], writeConcern: { w: 51 } },
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: 'reference/write-concern',
    command: { insert: 'c', documents: [{}], writeConcern: { w: -1 } },
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: 'reference/write-concern',
    command: { insert: 'c', documents: [{}], writeConcern: { w: 1, wtimeout: 'x' } },
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: 'reference/write-concern',
    command: { insert: 'c', documents: [{}], writeConcern: { w: 1, j: true, fsync: true } },
    code: 9,
    codeName: 'FailedToParse',
  },
  {
    manual: command('endSessions'),
    command: { endSessions: [], writeConcern: { w: 1 } },
    code: 72,
    codeName: 'InvalidOptions',
  },
  {
    manual: 'reference/stable-api',
    command: { ping: 1, apiVersion: '2' },
    code: 322,
    codeName: 'APIVersionError',
  },
];
