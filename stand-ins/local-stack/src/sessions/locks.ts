import type { CollectionDefinition, IndexDefinition } from '../storage/collection-definition.ts';

/** Who holds uncommitted writes, and what was committed while transactions were open. */
export type LockOwner = { readonly ended: Promise<void>; readonly startSequence: number };

/** A key of a unique index that an open transaction has taken for a document, or given up (`rid` null). */
export type KeyClaim = { readonly owner: LockOwner; readonly rid: number | null };

export type Locks = {
  /** Registers a transaction: committed writes are recorded from now on. */
  open(owner: LockOwner): void;
  /** Whether a transaction other than `except` is open. */
  hasOpen(except: LockOwner | undefined): boolean;
  findDocumentOwner(collection: CollectionDefinition, rid: number): LockOwner | undefined;
  lockDocument(collection: CollectionDefinition, rid: number, owner: LockOwner): void;
  findKeyClaim(index: IndexDefinition, key: string): KeyClaim | undefined;
  claimKey(index: IndexDefinition, key: string, claim: KeyClaim): void;
  /** The open transactions that have used a collection. A change of its definition waits for them. */
  findUsers(collection: CollectionDefinition): readonly LockOwner[];
  use(collection: CollectionDefinition, owner: LockOwner): void;
  release(owner: LockOwner): void;
  /** Records a committed write, so that transactions with older snapshots conflict with it. */
  recordWrite(resource: string, sequence: number): void;
  wasWrittenAfter(resource: string, sequence: number): boolean;
};

export function toDocumentResource(collection: CollectionDefinition, rid: number): string {
  return `d${collection.id}:${rid}`;
}

export function toKeyResource(index: IndexDefinition, key: string): string {
  return `k${index.id}:${key}`;
}

export function createLocks(): Locks {
  const documents = new Map<string, LockOwner>();
  const keys = new Map<string, KeyClaim>();
  const users = new Map<LockOwner, Set<number>>();
  const written = new Map<string, number>();
  return {
    open: (owner) => void users.set(owner, new Set()),
    hasOpen: (except) => users.size > (except === undefined ? 0 : 1),
    findDocumentOwner: (collection, rid) => documents.get(toDocumentResource(collection, rid)),
    lockDocument: (collection, rid, owner) => void documents.set(toDocumentResource(collection, rid), owner),
    findKeyClaim: (index, key) => keys.get(toKeyResource(index, key)),
    claimKey: (index, key, claim) => void keys.set(toKeyResource(index, key), claim),
    findUsers: (collection) => [...users].filter(([, used]) => used.has(collection.id)).map(([owner]) => owner),
    use: (collection, owner) => void users.get(owner)?.add(collection.id),
    release: (owner) => {
      users.delete(owner);
      for (const [resource, holder] of documents) if (holder === owner) documents.delete(resource);
      for (const [resource, claim] of keys) if (claim.owner === owner) keys.delete(resource);
      // With no open transaction left, no snapshot is older than these writes.
      if (users.size === 0) written.clear();
    },
    recordWrite: (resource, sequence) => void written.set(resource, sequence),
    wasWrittenAfter: (resource, sequence) => (written.get(resource) ?? 0) > sequence,
  };
}
