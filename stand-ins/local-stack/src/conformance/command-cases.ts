import { type Document, Long } from 'mongodb';

export type CommandCase = {
  readonly manual: string;
  /** In a form that a server takes; it is sent with a field more, or where it may not run. */
  readonly command: Document;
  readonly isAdmin?: true;
  /** False where both MongoDB and the local stack refuse it in a transaction. */
  readonly inTransaction?: false;
  readonly isRetryable?: true;
};

const command = (page: string): string => `reference/command/${page}`;

/** Every command, with its fields from the manual's page of it. */
export const commandCases: readonly CommandCase[] = [
  { manual: command('insert'), command: { insert: 'c', documents: [{ a: 2 }] }, isRetryable: true },
  {
    manual: command('update'),
    command: { update: 'c', updates: [{ q: {}, u: { $set: { a: 2 } } }] },
    isRetryable: true,
  },
  { manual: command('delete'), command: { delete: 'c', deletes: [{ q: {}, limit: 1 }] }, isRetryable: true },
  { manual: command('findAndModify'), command: { findAndModify: 'c', query: {}, remove: true }, isRetryable: true },
  { manual: command('find'), command: { find: 'c' } },
  { manual: command('getMore'), command: { getMore: Long.fromNumber(1), collection: 'c' } },
  { manual: command('killCursors'), command: { killCursors: 'c', cursors: [] } },
  { manual: command('aggregate'), command: { aggregate: 'c', pipeline: [], cursor: {} } },
  { manual: command('count'), command: { count: 'c' }, inTransaction: false },
  { manual: command('distinct'), command: { distinct: 'c', key: 'a' } },
  { manual: command('create'), command: { create: 'other' } },
  { manual: command('collMod'), command: { collMod: 'c', validator: {} }, inTransaction: false },
  { manual: command('drop'), command: { drop: 'c' }, inTransaction: false },
  { manual: command('dropDatabase'), command: { dropDatabase: 1 }, inTransaction: false },
  { manual: command('createIndexes'), command: { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'x' }] } },
  { manual: command('dropIndexes'), command: { dropIndexes: 'c', index: '*' }, inTransaction: false },
  { manual: command('listIndexes'), command: { listIndexes: 'c' }, inTransaction: false },
  { manual: command('listCollections'), command: { listCollections: 1 }, inTransaction: false },
  { manual: command('listDatabases'), command: { listDatabases: 1 }, isAdmin: true, inTransaction: false },
];
