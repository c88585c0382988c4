import { Binary, deserialize, serialize, UUID } from 'bson';
import { type Document, isDocument } from '../values/bson-type.ts';
import { readOptions } from '../wire/message.ts';
import type { CollectionDefinition, IndexDefinition } from './collection-definition.ts';
import { compileIndex, compileValidator } from './definitions.ts';
import { toBlob, type SqliteConnection } from './sqlite-connection.ts';

/** The tables of the catalog. Each collection and each index also gets a table of its own. All run in the caller's transaction. */
export const CATALOG_SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL, name TEXT NOT NULL, uuid BLOB NOT NULL,
    options BLOB NOT NULL, UNIQUE (database, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection_id INTEGER NOT NULL, specification BLOB NOT NULL,
    multikey INTEGER NOT NULL
  ) STRICT;
`;

type NewCollection = Pick<CollectionDefinition, 'database' | 'name' | 'options' | 'sequence'>;

/** Ids are never reused (AUTOINCREMENT), because an open snapshot may still know the old tables of an id. */
export function insertCollection(connection: SqliteConnection, collection: NewCollection): CollectionDefinition {
  const { database, name, options } = collection;
  const uuid = new UUID().toBinary();
  const validator = compileValidator(options);
  connection.run(
    'INSERT INTO collections (database, name, uuid, options) VALUES (?, ?, ?, ?)',
    database,
    name,
    uuid.value(),
    serialize(options),
  );
  const id = readLastId(connection);
  connection.execute(`CREATE TABLE documents_${id} (rid INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT`);
  return { ...collection, id, uuid, validator, indexes: [] };
}

export function insertIndex(
  connection: SqliteConnection,
  collectionId: number,
  specification: Document,
  sequence: number,
): IndexDefinition {
  const compiled = compileIndex(specification);
  connection.run(
    'INSERT INTO indexes (collection_id, specification, multikey) VALUES (?, ?, 0)',
    collectionId,
    serialize(specification),
  );
  const id = readLastId(connection);
  connection.execute(
    `CREATE TABLE entries_${id} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) STRICT, WITHOUT ROWID`,
  );
  return { ...compiled, id, multikey: false, sequence };
}

function readLastId(connection: SqliteConnection): number {
  return Number(connection.get('SELECT last_insert_rowid() AS id')?.['id']);
}

export function loadCollections(connection: SqliteConnection): CollectionDefinition[] {
  return connection.all('SELECT id, database, name, uuid, options FROM collections ORDER BY id').map((row) => {
    const options = readStored(toBlob(row['options']));
    const id = Number(row['id']);
    return {
      id,
      database: String(row['database']),
      name: String(row['name']),
      uuid: new Binary(toBlob(row['uuid']), Binary.SUBTYPE_UUID),
      options,
      validator: compileValidator(options),
      indexes: loadIndexes(connection, id),
      sequence: 0,
    };
  });
}

function loadIndexes(connection: SqliteConnection, collectionId: number): IndexDefinition[] {
  const sql = 'SELECT id, specification, multikey FROM indexes WHERE collection_id = ? ORDER BY id';
  return connection.all(sql, collectionId).map((row) => ({
    ...compileIndex(readStored(toBlob(row['specification']))),
    id: Number(row['id']),
    multikey: row['multikey'] === 1,
    sequence: 0,
  }));
}

function readStored(bytes: Uint8Array): Document {
  const document: unknown = deserialize(bytes, readOptions);
  return isDocument(document) ? document : {};
}
