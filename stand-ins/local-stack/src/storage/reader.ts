import type { SQLInputValue } from 'node:sqlite';
import type { CollectionDefinition, IndexDefinition } from './collection-definition.ts';
import { toBlob, type SqliteConnection } from './sqlite-connection.ts';

export type StoredDocument = { readonly rid: number; readonly body: Uint8Array };

/** Keys from `low` (included) to `high` (excluded), as bytes. */
export type KeyInterval = { readonly low: Uint8Array; readonly high: Uint8Array };

/** Reads documents through one connection, page by page, so that no statement is open between two documents. */
export type Reader = {
  /** All documents in the order they were inserted. */
  scan(collection: CollectionDefinition): Iterable<StoredDocument>;
  /** The documents of one interval in key order. A document comes once for each of its entries. */
  scanIndex(
    collection: CollectionDefinition,
    index: IndexDefinition,
    interval: KeyInterval,
    reverse: boolean,
  ): Iterable<StoredDocument>;
  /** The documents that have exactly this key. */
  findByKey(index: IndexDefinition, key: Uint8Array): readonly number[];
  count(collection: CollectionDefinition): number;
};

const FIRST_PAGE = 16;
const LARGEST_PAGE = 512;

export function createReader(connection: SqliteConnection): Reader {
  return {
    scan: (collection) => scanPages(connection, collection),
    scanIndex: (collection, index, interval, reverse) =>
      scanIndexPages(connection, { collection, index, interval, reverse }),
    findByKey: (index, key) =>
      // A collection that is not stored yet has negative ids.
      index.id < 0
        ? []
        : connection.all(`SELECT rid FROM entries_${index.id} WHERE key = ?`, key).map((row) => Number(row['rid'])),
    count: (collection) => Number(connection.get(`SELECT count(*) AS n FROM documents_${collection.id}`)?.['n']),
  };
}

function* scanPages(connection: SqliteConnection, collection: CollectionDefinition): Iterable<StoredDocument> {
  const sql = `SELECT rid, body FROM documents_${collection.id} WHERE rid > ? ORDER BY rid LIMIT ?`;
  let last = -1;
  for (let page = FIRST_PAGE; ; page = Math.min(page * 2, LARGEST_PAGE)) {
    const rows = connection.all(sql, last, page);
    for (const row of rows) {
      last = Number(row['rid']);
      yield { rid: last, body: toBlob(row['body']) };
    }
    if (rows.length < page) return;
  }
}

type IndexScan = {
  readonly collection: CollectionDefinition;
  readonly index: IndexDefinition;
  readonly interval: KeyInterval;
  readonly reverse: boolean;
};

function* scanIndexPages(connection: SqliteConnection, scan: IndexScan): Iterable<StoredDocument> {
  const { collection, index, interval, reverse } = scan;
  const order = reverse ? 'ORDER BY e.key DESC, e.rid DESC' : 'ORDER BY e.key, e.rid';
  const select = `SELECT e.key, e.rid, d.body FROM entries_${index.id} e JOIN documents_${collection.id} d ON d.rid = e.rid`;
  const first = `${select} WHERE e.key >= ? AND e.key < ? ${order} LIMIT ?`;
  const next = reverse
    ? `${select} WHERE e.key >= ? AND (e.key, e.rid) < (?, ?) ${order} LIMIT ?`
    : `${select} WHERE (e.key, e.rid) > (?, ?) AND e.key < ? ${order} LIMIT ?`;
  let rows = connection.all(first, interval.low, interval.high, FIRST_PAGE);
  for (let page = FIRST_PAGE; ;) {
    for (const row of rows) yield { rid: Number(row['rid']), body: toBlob(row['body']) };
    const last = rows.at(-1);
    if (rows.length < page || last === undefined) return;
    page = Math.min(page * 2, LARGEST_PAGE);
    const position: readonly SQLInputValue[] = [toBlob(last['key']), Number(last['rid'])];
    rows = connection.all(next, ...(reverse ? [interval.low, ...position] : [...position, interval.high]), page);
  }
}
