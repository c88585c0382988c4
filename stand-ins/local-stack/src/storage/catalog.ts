import { serialize } from 'bson';
import type { Document } from '../values/bson-type.ts';
import { CATALOG_SCHEMA, insertCollection, insertIndex, loadCollections } from './catalog-tables.ts';
import type { IndexDefinition, CollectionDefinition } from './collection-definition.ts';
import { compileValidator } from './definitions.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** The collections and indexes, held in memory and stored in the same SQLite file. Changes run inside the caller's transaction. */
export type Catalog = {
  find(database: string, name: string): CollectionDefinition | undefined;
  list(database: string): readonly CollectionDefinition[];
  listDatabases(): readonly string[];
  create(database: string, name: string, options: Document, sequence: number): CollectionDefinition;
  setOptions(collection: CollectionDefinition, options: Document): void;
  drop(collection: CollectionDefinition): void;
  addIndex(collection: CollectionDefinition, specification: Document, sequence: number): IndexDefinition;
  dropIndex(collection: CollectionDefinition, index: IndexDefinition): void;
  markMultikey(index: IndexDefinition): void;
  /** Reads everything from the file again, after a transaction that changed the catalog was rolled back. */
  reload(): void;
};

type CollectionsByName = Map<string, CollectionDefinition>;

function toKey(database: string, name: string): string {
  return `${database}.${name}`;
}

/** Reads the catalog. Collections and indexes that were known before keep their write sequence. */
function readCatalog(connection: SqliteConnection, known: CollectionsByName): CollectionsByName {
  const sequences = new Map([...known.values()].map((collection) => [collection.id, collection.sequence]));
  const indexSequences = new Map(
    [...known.values()].flatMap(({ indexes }) => indexes.map((index) => [index.id, index.sequence])),
  );
  return new Map(
    loadCollections(connection).map((collection) => [
      toKey(collection.database, collection.name),
      {
        ...collection,
        sequence: sequences.get(collection.id) ?? 0,
        indexes: collection.indexes.map((index) => ({ ...index, sequence: indexSequences.get(index.id) ?? 0 })),
      },
    ]),
  );
}

export function openCatalog(connection: SqliteConnection): Catalog {
  connection.execute(CATALOG_SCHEMA);
  let collections = readCatalog(connection, new Map());
  const keep = (collection: CollectionDefinition): CollectionDefinition => {
    collections.set(toKey(collection.database, collection.name), collection);
    return collection;
  };
  const findCurrent = (collection: CollectionDefinition): CollectionDefinition =>
    collections.get(toKey(collection.database, collection.name)) ?? collection;
  return {
    find: (database, name) => collections.get(toKey(database, name)),
    list: (database) => [...collections.values()].filter((collection) => collection.database === database),
    listDatabases: () => [...new Set([...collections.values()].map((collection) => collection.database))].toSorted(),
    create: (database, name, options, sequence) => {
      const definition = insertCollection(connection, { database, name, options, sequence });
      const idIndex = insertIndex(connection, definition.id, { v: 2, key: { _id: 1 }, name: '_id_' }, sequence);
      return keep({ ...definition, indexes: [idIndex] });
    },
    setOptions: (collection, options) => {
      connection.run('UPDATE collections SET options = ? WHERE id = ?', serialize(options), collection.id);
      keep({ ...findCurrent(collection), options, validator: compileValidator(options) });
    },
    drop: (collection) => {
      for (const index of collection.indexes) connection.execute(`DROP TABLE entries_${index.id}`);
      connection.execute(`DROP TABLE documents_${collection.id}`);
      connection.run('DELETE FROM indexes WHERE collection_id = ?', collection.id);
      connection.run('DELETE FROM collections WHERE id = ?', collection.id);
      collections.delete(toKey(collection.database, collection.name));
    },
    addIndex: (collection, specification, sequence) => {
      const index = insertIndex(connection, collection.id, specification, sequence);
      const known = findCurrent(collection);
      keep({ ...known, indexes: [...known.indexes, index] });
      return index;
    },
    dropIndex: (collection, index) => {
      connection.execute(`DROP TABLE entries_${index.id}`);
      connection.run('DELETE FROM indexes WHERE id = ?', index.id);
      const known = findCurrent(collection);
      keep({ ...known, indexes: known.indexes.filter((other) => other.id !== index.id) });
    },
    markMultikey: (index) => {
      // Written every time: the mark may still be in memory although a savepoint has rolled it back.
      connection.run('UPDATE indexes SET multikey = 1 WHERE id = ? AND multikey = 0', index.id);
      index.multikey = true;
    },
    reload: () => {
      collections = readCatalog(connection, collections);
    },
  };
}
