import { openCatalog, type Catalog } from './catalog.ts';
import type { CollectionDefinition } from './collection-definition.ts';
import { createReader, type Reader } from './reader.ts';
import { openSqlite, type SqliteConnection } from './sqlite-connection.ts';
import type { View } from './view.ts';
import { createWriter, type Writer } from './writer.ts';

export type Snapshot = { readonly view: View; readonly release: () => void };

/** The durable store: one connection that writes, and a pool of connections that each read a fixed state. */
export type Store = {
  readonly connection: SqliteConnection;
  readonly catalog: Catalog;
  readonly reader: Reader;
  readonly writer: Writer;
  /** The current state, including the writes of the running SQLite transaction. */
  readonly getCurrentView: () => View;
  /** A state that stays the same until it is released. */
  takeSnapshot(): Snapshot;
  allocateRid(collection: CollectionDefinition): number;
  /** A negative id for a collection or index that is not stored yet. None is given out twice. */
  allocateProvisionalId(): number;
  /** The number of the latest write. */
  getSequence(): number;
  advanceSequence(): number;
  /**
   * Runs `work` in one SQLite transaction, and reloads the catalog if it fails. `synced` also waits for the disk,
   * as a write concern with `j: true` asks for.
   */
  runAtomically<T>(work: () => T, synced?: boolean): T;
  /** Inside a running `runAtomically`: undoes the writes of `work` if it throws. */
  readonly runInSavepoint: <T>(work: () => T) => T;
  close(): void;
};

export function openStore(path: string): Store {
  const connection = openSqlite(path, { readOnly: false });
  const catalog = openCatalog(connection);
  const reader = createReader(connection);
  const writer = createWriter(connection, catalog, reader);
  const snapshots = createSnapshotPool(path);
  const nextRids = new Map<number, number>();
  let sequence = 1;
  let provisional = 0;
  return {
    connection,
    catalog,
    reader,
    writer,
    getCurrentView: () => ({ reader, sequence, overlay: () => undefined }),
    takeSnapshot: () => snapshots.take(sequence),
    allocateRid: (collection) => {
      const rid = nextRids.get(collection.id) ?? readHighestRid(connection, collection) + 1;
      nextRids.set(collection.id, rid + 1);
      return rid;
    },
    allocateProvisionalId: () => (provisional -= 1),
    getSequence: () => sequence,
    advanceSequence: () => (sequence += 1),
    runAtomically: (work, synced = false) => {
      try {
        return connection.runAtomically(work, synced);
      } catch (error) {
        catalog.reload();
        throw error;
      }
    },
    runInSavepoint: (work) => runInSavepoint(connection, work),
    close: () => {
      snapshots.close();
      connection.close();
    },
  };
}

function readHighestRid(connection: SqliteConnection, collection: CollectionDefinition): number {
  if (collection.id < 0) return 0;
  return Number(connection.get(`SELECT ifnull(max(rid), 0) AS rid FROM documents_${collection.id}`)?.['rid']);
}

function runInSavepoint<T>(connection: SqliteConnection, work: () => T): T {
  connection.run('SAVEPOINT statement');
  try {
    const result = work();
    connection.run('RELEASE statement');
    return result;
  } catch (error) {
    connection.run('ROLLBACK TO statement');
    connection.run('RELEASE statement');
    throw error;
  }
}

type PooledReader = { readonly connection: SqliteConnection; readonly reader: Reader };

function createSnapshotPool(path: string): { take(sequence: number): Snapshot; close(): void } {
  const idle: PooledReader[] = [];
  const all = new Set<SqliteConnection>();
  const open = (): PooledReader => {
    const connection = openSqlite(path, { readOnly: true });
    all.add(connection);
    return { connection, reader: createReader(connection) };
  };
  return {
    take: (sequence) => {
      const pooled = idle.pop() ?? open();
      pooled.connection.run('BEGIN');
      // SQLite fixes the state with the first read, not with BEGIN.
      pooled.connection.get('SELECT count(*) FROM collections');
      let released = false;
      return {
        view: { reader: pooled.reader, sequence, overlay: () => undefined },
        release: () => {
          if (released) return;
          released = true;
          pooled.connection.run('ROLLBACK');
          idle.push(pooled);
        },
      };
    },
    close: () => {
      for (const connection of all) connection.close();
    },
  };
}
