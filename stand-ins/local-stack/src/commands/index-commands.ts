import { createDuplicateKeyError } from '../sessions/write-access.ts';
import type { CollectionDefinition, IndexDefinition } from '../storage/collection-definition.ts';
import { compileIndex } from '../storage/definitions.ts';
import { buildIndexKeys } from '../storage/index-keys.ts';
import { type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { createBadValueError, CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { readDocument } from '../wire/message.ts';
import { readBatchSizeArgument, readCollectionName, readDocumentsArgument } from './arguments.ts';
import { requireCollection, waitForUsers } from './collection-commands.ts';
import type { CommandContext, CommandDefinition } from './command.ts';

export const createIndexesCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: false,
  required: ['indexes'],
  fields: ['createIndexes', 'indexes', 'commitQuorum'],
  run: (context) => {
    const { command, store, database } = context;
    checkCommitQuorum(command['commitQuorum']);
    const name = readCollectionName(command);
    const specifications = readDocumentsArgument(command, 'indexes');
    if (specifications.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create');
    const existing = store.catalog.find(database, name);
    if (existing !== undefined) waitForUsers(context, existing);
    const collection = existing ?? store.catalog.create(database, name, {}, store.advanceSequence());
    const before = collection.indexes.length;
    for (const specification of specifications) createIndex(context, name, specification);
    const after = requireCollection(context, name).indexes.length;
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      createdCollectionAutomatically: existing === undefined,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
      commitQuorum: 'votingMembers',
      ok: 1,
    };
  },
};

/** One node is every voting member and the majority of them; none or one builds the index in the same way. */
function checkCommitQuorum(quorum: unknown): void {
  if (quorum === undefined || quorum === 'votingMembers' || quorum === 'majority') return;
  if (isNumeric(quorum) && (toNumber(quorum) === 0 || toNumber(quorum) === 1)) return;
  throw createNotSupportedError(`commitQuorum ${JSON.stringify(quorum)}`);
}

function createIndex(context: CommandContext, name: string, specification: Document): void {
  const { store } = context;
  const collection = requireCollection(context, name);
  const given: Document = { v: 2, ...specification };
  const { background: _, ns: __, ...wanted } = given;
  const compiled = compileIndex(wanted);
  if (isIdIndex(wanted)) return;
  if (compiled.name === '_id_') {
    throw createBadValueError(
      "The index name '_id_' is reserved for the _id index, which has the key pattern { _id: 1 }",
    );
  }
  for (const index of collection.indexes) {
    const sameKey = areValuesEqual(index.specification['key'], wanted['key']);
    const same = sameKey && areValuesEqual(normalizeSpecification(index.specification), normalizeSpecification(wanted));
    if (same && index.name === compiled.name) return;
    if (index.name === compiled.name) {
      throw new CommandError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index, but other keys or options: ${compiled.name}`,
      );
    }
    if (sameKey && index.unique === compiled.unique) {
      throw new CommandError(
        'IndexOptionsConflict',
        `Index already exists with a different name or other options: ${index.name}`,
      );
    }
  }
  const index = store.catalog.addIndex(collection, wanted, store.advanceSequence());
  if (index.unique) refuseDuplicates(context, collection, index);
  store.writer.build(collection, index);
}

/** The index on `_id` is always there, and takes no options. Source: manual, "createIndexes", "Unique Indexes". */
function isIdIndex(specification: Document): boolean {
  if (!isDocument(specification['key']) || !areValuesEqual(specification['key'], { _id: 1 })) return false;
  for (const option of Object.keys(specification)) {
    if (['v', 'key', 'name'].includes(option)) continue;
    throw new CommandError(
      'InvalidIndexSpecificationOption',
      `The field '${option}' is not valid for an _id index specification.`,
    );
  }
  return true;
}

function normalizeSpecification({ name: _, v: __, ...rest }: Document): Document {
  const given = Object.entries(rest).filter(([, value]) => value !== false);
  return Object.fromEntries(given.toSorted(([left], [right]) => (left < right ? -1 : 1)));
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
