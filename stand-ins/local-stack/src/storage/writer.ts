import type { Document } from '../values/bson-type.ts';
import { readDocument } from '../wire/message.ts';
import type { Catalog } from './catalog.ts';
import type { CollectionDefinition, IndexDefinition } from './collection-definition.ts';
import { buildIndexKeys, NO_KEYS, type IndexKeys } from './index-keys.ts';
import type { Reader } from './reader.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

export type DocumentChange = {
  readonly collection: CollectionDefinition;
  readonly rid: number;
  /** As it is stored, or as the writer sees it; undefined for an insert. */
  readonly before: Document | undefined;
  /** Undefined for a removal. */
  readonly after: Document | undefined;
  /** `after` as it is stored. */
  readonly body: Uint8Array | undefined;
};

/** Writes documents together with their index entries, inside the caller's SQLite transaction. Checks no rules. */
export type Writer = {
  put(change: DocumentChange): void;
  /** Fills a new index from the stored documents. */
  build(collection: CollectionDefinition, index: IndexDefinition): void;
};

export function createWriter(connection: SqliteConnection, catalog: Catalog, reader: Reader): Writer {
  const addEntries = (index: IndexDefinition, rid: number, keys: IndexKeys, old: IndexKeys = NO_KEYS): void => {
    if (keys.multikey) catalog.markMultikey(index);
    for (const [text, { key }] of keys.entries) {
      if (old.entries.has(text)) continue;
      connection.run(`INSERT OR IGNORE INTO entries_${index.id} (key, rid) VALUES (?, ?)`, key, rid);
    }
  };
  const changeEntries = (index: IndexDefinition, rid: number, before: Document, after: Document | undefined): void => {
    const old = buildIndexKeys(before, index);
    const fresh = after === undefined ? NO_KEYS : buildIndexKeys(after, index);
    for (const [text, { key }] of old.entries) {
      if (fresh.entries.has(text)) continue;
      connection.run(`DELETE FROM entries_${index.id} WHERE key = ? AND rid = ?`, key, rid);
    }
    addEntries(index, rid, fresh, old);
  };
  return {
    put: ({ collection, rid, before, after, body }) => {
      for (const index of collection.indexes) {
        if (before !== undefined) changeEntries(index, rid, before, after);
        else if (after !== undefined) addEntries(index, rid, buildIndexKeys(after, index));
      }
      const table = `documents_${collection.id}`;
      if (body === undefined) connection.run(`DELETE FROM ${table} WHERE rid = ?`, rid);
      else if (before === undefined) connection.run(`INSERT INTO ${table} (rid, body) VALUES (?, ?)`, rid, body);
      else connection.run(`UPDATE ${table} SET body = ? WHERE rid = ?`, body, rid);
    },
    build: (collection, index) => {
      for (const { rid, body } of reader.scan(collection)) {
        addEntries(index, rid, buildIndexKeys(readDocument(body), index));
      }
    },
  };
}
