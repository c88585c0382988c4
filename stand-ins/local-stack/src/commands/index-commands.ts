import { createDuplicateKeyError } from '../sessions/write-access.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/collection-definition.ts';
import { buildIndexKeys } from '../storage/index-keys.ts';
import { type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { readDocument } from '../wire/message.ts';
import { readBatchSizeArgument, readCollectionName, readDocumentsArgument } from './arguments.ts';
import { requireCollection, waitForUsers } from './collection-commands.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { createIndexesInTransaction, isInTransaction } from './create-in-transaction.ts';
import { resolveNewIndex } from './resolve-index.ts';

export const createIndexesCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: true,
  required: ['indexes'],
  fields: ['createIndexes', 'indexes', 'commitQuorum'],
  run: (context) => {
    const { command } = context;
    checkCommitQuorum(command['commitQuorum']);
    const name = readCollectionName(command);
    const specifications = readDocumentsArgument(command, 'indexes');
    if (specifications.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
    const { before, after, isNewCollection } = isInTransaction(context)
      ? createIndexesInTransaction(context, name, specifications)
      : createIndexes(context, name, specifications);
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      createdCollectionAutomatically: isNewCollection,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
      commitQuorum: 'votingMembers',
      ok: 1,
    };
  },
};

function createIndexes(
  context: CommandContext,
  name: string,
  specifications: readonly Document[],
): { before: number; after: number; isNewCollection: boolean } {
  const { store, database } = context;
  const existing = store.catalog.find(database, name);
  if (existing !== undefined) waitForUsers(context, existing);
  const collection = existing ?? store.catalog.create(database, name, {}, store.advanceSequence());
  for (const specification of specifications) createIndex(context, name, specification);
  const after = requireCollection(context, name).indexes.length;
  return { before: collection.indexes.length, after, isNewCollection: existing === undefined };
}

/** One node is all voting members and the majority of them, and a quorum of none or one makes no difference. */
function checkCommitQuorum(quorum: unknown): void {
  if (quorum === undefined || quorum === 'votingMembers' || quorum === 'majority') return;
  if (isNumeric(quorum) && (toNumber(quorum) === 0 || toNumber(quorum) === 1)) return;
  throw createNotSupportedError(`commitQuorum ${JSON.stringify(quorum)}`);
}

function createIndex(context: CommandContext, name: string, specification: Document): void {
  const { store } = context;
  const collection = requireCollection(context, name);
  const wanted = resolveNewIndex(collection.indexes, specification);
  if (wanted === undefined) return;
  const index = store.catalog.addIndex(collection, wanted, store.advanceSequence());
  if (index.unique) refuseDuplicates(context, collection, index);
  store.writer.build(collection, index);
}

function refuseDuplicates(context: CommandContext, collection: CollectionDefinition, index: IndexDefinition): void {
  const seen = new Set<string>();
  for (const { body } of context.store.reader.scan(collection)) {
    for (const [text, { values }] of buildIndexKeys(readDocument(body), index).entries) {
      if (seen.has(text)) throw createDuplicateKeyError(collection, index, values);
      seen.add(text);
    }
  }
}

export const dropIndexesCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: false,
  required: ['index'],
  fields: ['dropIndexes', 'deleteIndexes', 'index'],
  run: (context) => {
    const collection = requireCollection(context, readCollectionName(context.command));
    const wanted = context.command['index'];
    const targets: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const dropped =
      wanted === '*'
        ? collection.indexes.filter((index) => index.name !== '_id_')
        : targets.map((target) => findIndex(collection, target));
    waitForUsers(context, collection);
    for (const index of dropped) context.store.catalog.dropIndex(collection, index);
    return { nIndexesWas: collection.indexes.length, ok: 1 };
  },
};

function findIndex(collection: CollectionDefinition, target: unknown): IndexDefinition {
  const index = collection.indexes.find(
    (candidate) =>
      candidate.name === target || (isDocument(target) && areValuesEqual(candidate.specification['key'], target)),
  );
  if (index === undefined) throw new CommandError('IndexNotFound', `index not found with name [${String(target)}]`);
  if (index.name === '_id_') throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return index;
}

export const listIndexesCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: false,
  fields: ['listIndexes', 'cursor'],
  run: (context) => {
    const { command, database, cursors, sessionKey, transaction } = context;
    const name = readCollectionName(command);
    const documents = requireCollection(context, name).indexes.map((index) => index.specification);
    const source = { namespace: `${database}.${name}`, documents, sessionKey, transaction, release: () => undefined };
    return cursors.open(source, readBatchSizeArgument(command));
  },
};
