import type { Transaction } from '../sessions/transaction.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import type { CommandContext } from './command.ts';
import { resolveNewIndex } from './resolve-index.ts';

// Source: manual, "Create Collections and Indexes in a Transaction".
type TransactionContext = CommandContext & { readonly transaction: Transaction };

/** Creates a collection that only the transaction sees until it commits. */
export function createCollectionInTransaction(context: TransactionContext, name: string, options: Document): void {
  if (findInSnapshot(context, name) !== undefined) {
    throw new CommandError('NamespaceExists', `Collection ${context.database}.${name} already exists.`);
  }
  context.transaction.collections.create(context.database, name, options);
}

type IndexCounts = { readonly before: number; readonly after: number; readonly isNewCollection: boolean };

/**
 * Creates indexes on an empty collection that the transaction has created itself, or creates the collection with them.
 * On any other collection it only checks that they exist.
 */
export function createIndexesInTransaction(
  context: TransactionContext,
  name: string,
  specifications: readonly Document[],
): IndexCounts {
  const { transaction, database } = context;
  const existing = findInSnapshot(context, name);
  if (existing !== undefined) context.use(existing);
  const before = existing?.indexes.length ?? 1;
  if (existing !== undefined && !hasNew(existing, specifications)) {
    return { before, after: before, isNewCollection: false };
  }
  if (existing !== undefined) refuseUnlessNewAndEmpty(context, existing);
  let collection = existing ?? transaction.collections.create(database, name, {});
  for (const specification of specifications) {
    const wanted = resolveNewIndex(collection.indexes, specification);
    if (wanted !== undefined) collection = transaction.collections.addIndex(collection, wanted);
  }
  return { before, after: collection.indexes.length, isNewCollection: existing === undefined };
}

function hasNew(collection: CollectionDefinition, specifications: readonly Document[]): boolean {
  const missing = specifications.filter((item) => resolveNewIndex(collection.indexes, item) !== undefined);
  return missing.length > 0;
}

function refuseUnlessNewAndEmpty({ transaction }: TransactionContext, collection: CollectionDefinition): void {
  const { database, name } = collection;
  const isNew = transaction.collections.find(database, name) !== undefined;
  const bodies = transaction.view().overlay(collection)?.values() ?? [];
  if (isNew && [...bodies].every((body) => body === undefined)) return;
  throw new CommandError(
    'OperationNotSupportedInTransaction',
    `Cannot create new indexes on ${isNew ? 'non-empty' : 'existing'} collection ${database}.${name} in a multi-document transaction.`,
  );
}

/** A collection in the transaction's snapshot, or created by it. One that somebody else has created since makes the commit fail. */
function findInSnapshot(context: TransactionContext, name: string): CollectionDefinition | undefined {
  const { transaction, database } = context;
  const own = transaction.collections.find(database, name);
  if (own !== undefined) return own;
  const collection = context.find(name);
  return collection === undefined || collection.sequence > transaction.owner.startSequence ? undefined : collection;
}

/** Whether a command runs in a transaction. */
export function isInTransaction(context: CommandContext): context is TransactionContext {
  return context.transaction !== undefined;
}
