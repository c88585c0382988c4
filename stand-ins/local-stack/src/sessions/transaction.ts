import type { Store } from '../storage/store.ts';
import type { View } from '../storage/view.ts';
import type { LockOwner, Locks } from './locks.ts';
import { createPendingCollections, type PendingCollections } from './pending-collections.ts';
import { createTransactionAccess, recordWrites, type CollectionWrites, type WriteAccess } from './write-access.ts';

/** An open multi-document transaction. */
export type Transaction = {
  readonly access: WriteAccess;
  readonly view: () => View;
  readonly owner: LockOwner;
  readonly collections: PendingCollections;
  /** The level of the read concern it began with, if any. */
  readonly readLevel: string | undefined;
  /** Applies the writes. Runs inside a SQLite transaction; `end` follows when that has committed. */
  apply(): void;
  /** Releases the snapshot and the locks. Safe to call twice. */
  end(): void;
};

/** Begins a transaction on a snapshot of the current state. */
export function beginTransaction(store: Store, locks: Locks, readLevel?: string): Transaction {
  const snapshot = store.takeSnapshot();
  const { promise, resolve } = Promise.withResolvers<void>();
  const owner: LockOwner = { ended: promise, startSequence: store.getSequence() };
  const writes = new Map<number, CollectionWrites>();
  const access = createTransactionAccess(store, locks, { owner, baseView: snapshot.view, writes });
  const collections = createPendingCollections(store);
  locks.open(owner);
  return {
    access,
    view: access.view,
    owner,
    collections,
    readLevel,
    apply: () => applyWrites({ store, locks, owner, writes, collections }),
    end: () => {
      snapshot.release();
      locks.release(owner);
      resolve();
    },
  };
}

type PendingWrites = {
  readonly store: Store;
  readonly locks: Locks;
  readonly owner: LockOwner;
  readonly writes: ReadonlyMap<number, CollectionWrites>;
  readonly collections: PendingCollections;
};

function applyWrites({ store, locks, owner, writes, collections }: PendingWrites): void {
  const made = collections.realize();
  const existing = new Map(
    store.catalog
      .listDatabases()
      .flatMap((name) => store.catalog.list(name))
      .map((collection) => [collection.id, collection]),
  );
  for (const [collectionId, { changes }] of writes) {
    const collection = made.get(collectionId) ?? existing.get(collectionId);
    if (collection === undefined) continue;
    for (const written of changes.values()) {
      // Inserted and removed in the same transaction: there is nothing to write.
      if (written.before === undefined && written.after === undefined) continue;
      const change = { ...written, collection };
      store.writer.put(change);
      recordWrites(store, locks, change, owner);
    }
  }
}
