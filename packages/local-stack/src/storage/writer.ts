import type { Document } from '../values/bson-type.ts';
import { readDocument } from '../wire/message.ts';
import type { Catalog, CollectionDefinition, IndexDefinition } from './catalog.ts';
import { indexKeysOf } from './index-keys.ts';
import type { Reader } from './reader.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Writes documents together with their index entries. Runs inside the caller's SQLite transaction; checks no rule. */
export type Writer = {
  /** Puts or, with `undefined`, removes one document. */
  put(collection: CollectionDefinition, rid: number, body: Uint8Array | undefined): void;
  /** Fills a new index from the documents there are. */
  build(collection: CollectionDefinition, index: IndexDefinition): void;
};

export function createWriter(connection: SqliteConnection, catalog: Catalog, reader: Reader): Writer {
  const addEntries = (index: IndexDefinition, rid: number, document: Document): void => {
    const keys = indexKeysOf(document, index);
    if (keys.multikey && !index.multikey) catalog.markMultikey(index);
    for (const { key } of keys.entries.values()) {
      connection.run(`INSERT OR IGNORE INTO entries_${index.id} (key, rid) VALUES (?, ?)`, key, rid);
    }
  };
  const changeEntries = (index: IndexDefinition, rid: number, before: Document, after: Document | undefined): void => {
    const old = indexKeysOf(before, index);
    const fresh = after === undefined ? undefined : indexKeysOf(after, index);
    for (const [text, { key }] of old.entries) {
      if (fresh?.entries.has(text) !== true)
        connection.run(`DELETE FROM entries_${index.id} WHERE key = ? AND rid = ?`, key, rid);
    }
    if (after !== undefined) addEntries(index, rid, after);
  };
  return {
    put: (collection, rid, body) => {
      const before = reader.get(collection, rid);
      const after = body === undefined ? undefined : readDocument(body);
      const old = before === undefined ? undefined : readDocument(before);
      for (const index of collection.indexes) {
        if (old !== undefined) changeEntries(index, rid, old, after);
        else if (after !== undefined) addEntries(index, rid, after);
      }
      if (body === undefined) connection.run(`DELETE FROM documents_${collection.id} WHERE rid = ?`, rid);
      else if (before === undefined)
        connection.run(`INSERT INTO documents_${collection.id} (rid, body) VALUES (?, ?)`, rid, body);
      else connection.run(`UPDATE documents_${collection.id} SET body = ? WHERE rid = ?`, body, rid);
    },
    build: (collection, index) => {
      for (const { rid, body } of reader.scan(collection)) addEntries(index, rid, readDocument(body));
    },
  };
}
