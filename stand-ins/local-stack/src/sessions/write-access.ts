import { EJSON, serialize } from 'bson';
import type { CollectionDefinition, IndexDefinition } from '../storage/collection-definition.ts';
import { buildIndexKeys } from '../storage/index-keys.ts';
import type { Store } from '../storage/store.ts';
import type { View } from '../storage/view.ts';
import type { DocumentChange } from '../storage/writer.ts';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { toDocumentResource, toKeyResource, type LockOwner, type Locks } from './locks.ts';
import { createWriteConflictError } from './write-conflict.ts';

/** How a command writes: directly, or into an open transaction. */
export type WriteAccess = {
  readonly view: () => View;
  /** Throws DuplicateKey, WriteConflict, or `LockedByTransaction`. */
  put(change: DocumentChange): void;
  /** Undoes what `work` wrote if it throws. Does not apply in a transaction, which is undone as a whole. */
  undoOnError<T>(work: () => T): T;
};

/** A plain write met an uncommitted write of a transaction: it waits until that has ended, and runs again. */
export class LockedByTransaction extends Error {
  override readonly name = 'LockedByTransaction';
  readonly ended: Promise<void>;

  constructor(ended: Promise<void>) {
    super('The document is being written by a transaction');
    this.ended = ended;
  }
}

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

export function serializeDocument(document: Document): Uint8Array {
  const body = serialize(document, { ignoreUndefined: false });
  if (body.length > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${body.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  return body;
}

/** Writes inside the running SQLite transaction of a plain command. */
export function createPlainAccess(store: Store, locks: Locks): WriteAccess {
  return {
    view: store.getCurrentView,
    undoOnError: store.runInSavepoint,
    put: (change) => {
      const { collection, rid, before, after } = change;
      const owner = locks.findDocumentOwner(collection, rid);
      if (owner !== undefined) throw new LockedByTransaction(owner.ended);
      for (const { index, key, values } of findChangedUniqueKeys(collection, before, after).taken) {
        const claim = locks.findKeyClaim(index, key.toString('latin1'));
        if (claim !== undefined) throw new LockedByTransaction(claim.owner.ended);
        if (store.reader.findByKey(index, key).some((other) => other !== rid)) {
          throw createDuplicateKeyError(collection, index, values);
        }
      }
      store.writer.put(change);
      recordWrites(store, locks, change);
    },
  };
}

/** Records what open transactions with older snapshots have to conflict with. */
export function recordWrites(store: Store, locks: Locks, change: DocumentChange, writer?: LockOwner): void {
  if (!locks.hasOpen(writer)) return;
  const sequence = store.advanceSequence();
  locks.recordWrite(toDocumentResource(change.collection, change.rid), sequence);
  const { taken, released } = findChangedUniqueKeys(change.collection, change.before, change.after);
  for (const { index, key } of [...taken, ...released]) {
    locks.recordWrite(toKeyResource(index, key.toString('latin1')), sequence);
  }
}

/** The writes of a transaction to one collection. */
export type CollectionWrites = {
  /** The documents as the transaction sees them; `undefined` means removed. */
  readonly bodies: Map<number, Uint8Array | undefined>;
  /** Each document as it was committed, with what it has become. Nobody else can change it before the commit. */
  readonly changes: Map<number, Omit<DocumentChange, 'collection'>>;
};

export type TransactionWrites = {
  readonly owner: LockOwner;
  readonly baseView: View;
  readonly writes: Map<CollectionDefinition['id'], CollectionWrites>;
};

/** Writes into the transaction's own set of writes. The first writer of a document wins. */
export function createTransactionAccess(store: Store, locks: Locks, transaction: TransactionWrites): WriteAccess {
  const { owner, baseView, writes } = transaction;
  const overlay: View['overlay'] = (collection) => writes.get(collection.id)?.bodies;
  const claimKeys = ({ collection, rid, before, after }: DocumentChange): void => {
    const { taken, released } = findChangedUniqueKeys(collection, before, after);
    for (const { index, key, values } of taken) {
      const text = key.toString('latin1');
      const claim = locks.findKeyClaim(index, text);
      if (claim !== undefined && claim.owner !== owner) throw createWriteConflictError();
      if (locks.wasWrittenAfter(toKeyResource(index, text), owner.startSequence)) throw createWriteConflictError();
      const holders = claim === undefined ? store.reader.findByKey(index, key) : claim.rid === null ? [] : [claim.rid];
      if (holders.some((other) => other !== rid)) throw createDuplicateKeyError(collection, index, values);
      locks.claimKey(index, text, { owner, rid });
    }
    for (const { index, key } of released) locks.claimKey(index, key.toString('latin1'), { owner, rid: null });
  };
  return {
    view: () => ({ ...baseView, overlay }),
    undoOnError: (work) => work(),
    put: (change) => {
      const { collection, rid, before, after, body } = change;
      const holder = locks.findDocumentOwner(collection, rid);
      if (holder !== undefined && holder !== owner) throw createWriteConflictError();
      if (locks.wasWrittenAfter(toDocumentResource(collection, rid), owner.startSequence)) {
        throw createWriteConflictError();
      }
      checkIndexable(change);
      claimKeys(change);
      locks.lockDocument(collection, rid, owner);
      const own: CollectionWrites = writes.get(collection.id) ?? { bodies: new Map(), changes: new Map() };
      writes.set(collection.id, own);
      own.bodies.set(rid, body);
      const known = own.changes.get(rid);
      own.changes.set(rid, { rid, before: known === undefined ? before : known.before, after, body });
    },
  };
}

/** A document that an index cannot hold fails with its statement, not when the commit writes the index. */
function checkIndexable({ collection, after }: DocumentChange): void {
  if (after === undefined) return;
  for (const index of collection.indexes) if (index.fields.length > 1) buildIndexKeys(after, index);
}

type UniqueKey = { readonly index: IndexDefinition; readonly key: Buffer; readonly values: readonly unknown[] };

function findChangedUniqueKeys(
  collection: CollectionDefinition,
  before: Document | undefined,
  after: Document | undefined,
): { taken: UniqueKey[]; released: UniqueKey[] } {
  const taken: UniqueKey[] = [];
  const released: UniqueKey[] = [];
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    const old = before === undefined ? undefined : buildIndexKeys(before, index).entries;
    const fresh = after === undefined ? undefined : buildIndexKeys(after, index).entries;
    for (const [text, entry] of fresh ?? []) if (old?.has(text) !== true) taken.push({ index, ...entry });
    for (const [text, entry] of old ?? []) if (fresh?.has(text) !== true) released.push({ index, ...entry });
  }
  return { taken, released };
}

export function createDuplicateKeyError(
  collection: CollectionDefinition,
  index: IndexDefinition,
  values: readonly unknown[],
): CommandError {
  const keyValue = Object.fromEntries(index.fields.map((field, position) => [field.path, values[position] ?? null]));
  const shown = index.fields.map((field, position) => `${field.path}: ${formatValue(values[position])}`).join(', ');
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.database}.${collection.name} index: ${index.name} dup key: { ${shown} }`,
    {
      extra: { keyPattern: index.specification['key'], keyValue },
    },
  );
}

function formatValue(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  return EJSON.stringify(value);
}
