import { randomBytes } from 'node:crypto';
import { Binary, deserialize, serialize } from 'bson';
import type { Matcher } from '../query/filter.ts';
import type { SchemaValidator } from '../query/json-schema.ts';
import type { Document } from '../values/bson-type.ts';
import { isDocument } from '../values/bson-type.ts';
import { readOptions } from '../wire/message.ts';
import { compileIndex, compileValidator } from './definitions.ts';
import { blobOf, type SqliteConnection } from './sqlite-connection.ts';

export type IndexField = {
  readonly path: string;
  readonly components: readonly string[];
  readonly descending: boolean;
};

export type IndexDefinition = {
  readonly id: number;
  readonly name: string;
  readonly specification: Document;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: Matcher | undefined;
  /** Some document has an array on a path of the index: its entries are elements. */
  multikey: boolean;
  /** The write sequence at which the index came to be; older snapshots do not have it. */
  readonly sequence: number;
};

export type Validator = {
  readonly matches: Matcher;
  readonly explain: SchemaValidator | undefined;
  readonly level: 'strict' | 'moderate' | 'off';
  readonly action: 'error' | 'warn';
};

export type CollectionDefinition = {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly uuid: Binary;
  readonly options: Document;
  readonly validator: Validator | undefined;
  readonly indexes: readonly IndexDefinition[];
  readonly sequence: number;
};

/** The collections and indexes there are, kept in memory and in the same SQLite file. Changes run inside the caller's transaction. */
export type Catalog = {
  find(database: string, name: string): CollectionDefinition | undefined;
  list(database: string): readonly CollectionDefinition[];
  databases(): readonly string[];
  create(database: string, name: string, options: Document, sequence: number): CollectionDefinition;
  setOptions(collection: CollectionDefinition, options: Document): void;
  drop(collection: CollectionDefinition): void;
  addIndex(collection: CollectionDefinition, specification: Document, sequence: number): IndexDefinition;
  dropIndex(collection: CollectionDefinition, index: IndexDefinition): void;
  markMultikey(index: IndexDefinition): void;
  /** Reads everything again from the file, after a transaction that changed the catalog was rolled back. */
  reload(): void;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (
    id INTEGER PRIMARY KEY, database TEXT NOT NULL, name TEXT NOT NULL, uuid BLOB NOT NULL, options BLOB NOT NULL,
    UNIQUE (database, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection_id INTEGER NOT NULL, specification BLOB NOT NULL, multikey INTEGER NOT NULL
  ) STRICT;
`;

export function openCatalog(connection: SqliteConnection): Catalog {
  connection.execute(SCHEMA);
  let collections = loadCollections(connection);
  const keyOf = (database: string, name: string): string => `${database}.${name}`;
  const keep = (collection: CollectionDefinition): CollectionDefinition => {
    collections.set(keyOf(collection.database, collection.name), collection);
    return collection;
  };
  const current = (collection: CollectionDefinition): CollectionDefinition =>
    collections.get(keyOf(collection.database, collection.name)) ?? collection;
  return {
    find: (database, name) => collections.get(keyOf(database, name)),
    list: (database) => [...collections.values()].filter((collection) => collection.database === database),
    databases: () => [...new Set([...collections.values()].map((collection) => collection.database))].toSorted(),
    create: (database, name, options, sequence) => {
      const definition = insertCollection(connection, database, name, options, sequence);
      const idIndex = insertIndex(connection, definition.id, { v: 2, key: { _id: 1 }, name: '_id_' }, sequence);
      return keep({ ...definition, indexes: [idIndex] });
    },
    setOptions: (collection, options) => {
      connection.run('UPDATE collections SET options = ? WHERE id = ?', serialize(options), collection.id);
      keep({ ...current(collection), options, validator: compileValidator(options) });
    },
    drop: (collection) => {
      for (const index of collection.indexes) connection.execute(`DROP TABLE entries_${index.id}`);
      connection.execute(`DROP TABLE documents_${collection.id}`);
      connection.run('DELETE FROM indexes WHERE collection_id = ?', collection.id);
      connection.run('DELETE FROM collections WHERE id = ?', collection.id);
      collections.delete(keyOf(collection.database, collection.name));
    },
    addIndex: (collection, specification, sequence) => {
      const index = insertIndex(connection, collection.id, specification, sequence);
      const known = current(collection);
      keep({ ...known, indexes: [...known.indexes, index] });
      return index;
    },
    dropIndex: (collection, index) => {
      connection.execute(`DROP TABLE entries_${index.id}`);
      connection.run('DELETE FROM indexes WHERE id = ?', index.id);
      const known = current(collection);
      keep({ ...known, indexes: known.indexes.filter((other) => other.id !== index.id) });
    },
    markMultikey: (index) => {
      connection.run('UPDATE indexes SET multikey = 1 WHERE id = ?', index.id);
      index.multikey = true;
    },
    reload: () => {
      collections = loadCollections(connection);
    },
  };
}

function insertCollection(
  connection: SqliteConnection,
  database: string,
  name: string,
  options: Document,
  sequence: number,
): CollectionDefinition {
  const uuid = new Binary(randomUuid(), Binary.SUBTYPE_UUID);
  const validator = compileValidator(options);
  // An id is never used twice: a snapshot that is still open may know the old collection of that id.
  const id = Number(
    connection.get(
      'SELECT max(ifnull((SELECT max(id) FROM collections), 0), ifnull((SELECT max(collection_id) FROM indexes), 0), ifnull((SELECT value FROM counters WHERE name = ?), 0)) + 1 AS id',
      'collection',
    )?.['id'],
  );
  connection.run(
    'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    'collection',
    id,
  );
  connection.run(
    'INSERT INTO collections (id, database, name, uuid, options) VALUES (?, ?, ?, ?, ?)',
    id,
    database,
    name,
    uuid.buffer,
    serialize(options),
  );
  connection.execute(`CREATE TABLE documents_${id} (rid INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT`);
  return { id, database, name, uuid, options, validator, indexes: [], sequence };
}

function randomUuid(): Buffer {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

function insertIndex(
  connection: SqliteConnection,
  collectionId: number,
  specification: Document,
  sequence: number,
): IndexDefinition {
  connection.run(
    'INSERT INTO indexes (collection_id, specification, multikey) VALUES (?, ?, 0)',
    collectionId,
    serialize(specification),
  );
  const id = Number(connection.get('SELECT last_insert_rowid() AS id')?.['id']);
  connection.execute(
    `CREATE TABLE entries_${id} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) STRICT, WITHOUT ROWID`,
  );
  return { ...compileIndex(specification), id, multikey: false, sequence };
}

function loadCollections(connection: SqliteConnection): Map<string, CollectionDefinition> {
  const collections = new Map<string, CollectionDefinition>();
  for (const row of connection.all('SELECT id, database, name, uuid, options FROM collections ORDER BY id')) {
    const options = readStored(blobOf(row['options']));
    const id = Number(row['id']);
    const indexes = connection
      .all('SELECT id, specification, multikey FROM indexes WHERE collection_id = ? ORDER BY id', id)
      .map((index) => ({
        ...compileIndex(readStored(blobOf(index['specification']))),
        id: Number(index['id']),
        multikey: index['multikey'] === 1,
        sequence: 0,
      }));
    const definition = {
      id,
      database: String(row['database']),
      name: String(row['name']),
      uuid: new Binary(blobOf(row['uuid']), Binary.SUBTYPE_UUID),
      options,
    };
    collections.set(`${definition.database}.${definition.name}`, {
      ...definition,
      validator: compileValidator(options),
      indexes,
      sequence: 0,
    });
  }
  return collections;
}

function readStored(bytes: Uint8Array): Document {
  const document: unknown = deserialize(bytes, readOptions);
  return isDocument(document) ? document : {};
}
