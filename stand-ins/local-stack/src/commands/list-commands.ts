import { Double, Long } from 'bson';
import { compileFilter } from '../query/filter.ts';
import type { Document } from '../values/bson-type.ts';
import { readBatchSizeArgument, readBooleanArgument, readDocumentArgument } from './arguments.ts';
import type { CommandDefinition } from './command.ts';

export const listCollectionsCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: false,
  fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: ({ command, store, database, cursors, scope, sessionKey, transaction }) => {
    const matches = compileFilter(readDocumentArgument(command, 'filter'), scope);
    const nameOnly = readBooleanArgument(command, 'nameOnly', false);
    const documents = store.catalog
      .list(database)
      .map((collection): Document => ({
        name: collection.name,
        type: 'collection',
        options: collection.options,
        info: { readOnly: false, uuid: collection.uuid },
        idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
      }))
      .filter(matches)
      .map((entry) => (nameOnly ? { name: entry['name'], type: entry['type'] } : entry));
    const source = {
      namespace: `${database}.$cmd.listCollections`,
      documents,
      sessionKey,
      transaction,
      release: () => undefined,
    };
    return cursors.open(source, readBatchSizeArgument(command));
  },
};

export const listDatabasesCommand: CommandDefinition = {
  kind: 'read',
  inTransaction: false,
  adminOnly: true,
  fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ command, store, scope }) => {
    const matches = compileFilter(readDocumentArgument(command, 'filter'), scope);
    const nameOnly = readBooleanArgument(command, 'nameOnly', false);
    const databases = store.catalog
      .listDatabases()
      .map((name): Document => ({ name, sizeOnDisk: new Double(1), empty: false }))
      .filter(matches);
    if (nameOnly) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
    return { databases, totalSize: Long.fromNumber(databases.length), ok: 1 };
  },
};
