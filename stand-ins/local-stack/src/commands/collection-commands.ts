import { LockedByTransaction } from '../sessions/write-access.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { compileValidator } from '../storage/definitions.ts';
import type { Document } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { CommandError } from '../wire/command-error.ts';
import { checkCollation, readCollectionName, refuseFields } from './arguments.ts';
import type { CommandContext, CommandDefinition } from './command.ts';
import { createCollectionInTransaction, isInTransaction } from './create-in-transaction.ts';

/** Options of `create` that MongoDB takes and the endpoint refuses. */
const unsupportedOptions = [
  'capped',
  'size',
  'max',
  'timeseries',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'viewOn',
  'pipeline',
  'expireAfterSeconds',
  'storageEngine',
  'indexOptionDefaults',
  'encryptedFields',
  'autoIndexId',
  'idIndex',
];

const storedOptions = ['validator', 'validationLevel', 'validationAction'] as const;

export const createCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: true,
  fields: ['create', ...storedOptions, 'collation', ...unsupportedOptions],
  run: (context) => {
    const { command, store, database } = context;
    refuseFields(command, unsupportedOptions);
    checkCollation(command);
    const name = readCollectionName(command);
    const options = pickOptions(command);
    compileValidator(options);
    if (isInTransaction(context)) {
      createCollectionInTransaction(context, name, options);
      return { ok: 1 };
    }
    const existing = store.catalog.find(database, name);
    if (existing === undefined) store.catalog.create(database, name, options, store.advanceSequence());
    else if (!areValuesEqual(existing.options, options)) {
      throw new CommandError(
        'NamespaceExists',
        `namespace ${database}.${name} already exists, but with different options`,
      );
    }
    return { ok: 1 };
  },
};

function pickOptions(command: Document): Document {
  return Object.fromEntries(
    storedOptions.flatMap((name) => (command[name] === undefined ? [] : [[name, command[name]]])),
  );
}

export const collModCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: false,
  fields: [
    'collMod',
    ...storedOptions,
    'index',
    'viewOn',
    'pipeline',
    'changeStreamPreAndPostImages',
    'expireAfterSeconds',
    'timeseries',
    'dryRun',
  ],
  run: (context) => {
    const { command, store } = context;
    refuseFields(command, [
      'index',
      'viewOn',
      'pipeline',
      'changeStreamPreAndPostImages',
      'expireAfterSeconds',
      'timeseries',
      'dryRun',
    ]);
    const collection = requireCollection(context, readCollectionName(command));
    const options = { ...collection.options, ...pickOptions(command) };
    compileValidator(options);
    waitForUsers(context, collection);
    store.catalog.setOptions(collection, options);
    return { ok: 1 };
  },
};

export const dropCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: false,
  fields: ['drop'],
  run: (context) => {
    const { store, database } = context;
    const name = readCollectionName(context.command);
    const collection = store.catalog.find(database, name);
    // Since MongoDB 7, dropping a collection that does not exist succeeds.
    if (collection === undefined) return { ok: 1 };
    waitForUsers(context, collection);
    store.catalog.drop(collection);
    return { nIndexesWas: collection.indexes.length, ns: `${database}.${name}`, ok: 1 };
  },
};

export const dropDatabaseCommand: CommandDefinition = {
  kind: 'catalog',
  inTransaction: false,
  fields: ['dropDatabase'],
  run: (context) => {
    const { store, database } = context;
    const collections = store.catalog.list(database);
    for (const collection of collections) waitForUsers(context, collection);
    for (const collection of collections) store.catalog.drop(collection);
    return { ...(collections.length > 0 ? { dropped: database } : {}), ok: 1 };
  },
};

export function requireCollection(context: CommandContext, name: string): CollectionDefinition {
  const collection = context.store.catalog.find(context.database, name);
  if (collection === undefined) {
    throw new CommandError('NamespaceNotFound', `ns does not exist: ${context.database}.${name}`);
  }
  return collection;
}

/** Waits for the open transactions that have used a collection, before its definition changes. */
export function waitForUsers(context: CommandContext, collection: CollectionDefinition): void {
  const [user] = context.locks.findUsers(collection);
  if (user !== undefined) throw new LockedByTransaction(user.ended);
}
