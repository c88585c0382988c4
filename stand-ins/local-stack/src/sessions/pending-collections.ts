import { UUID } from 'bson';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { compileIndex, compileValidator } from '../storage/definitions.ts';
import type { Store } from '../storage/store.ts';
import type { Document } from '../values/bson-type.ts';
import { createWriteConflictError } from './write-conflict.ts';

/** The collections that an open transaction has created. Nobody else sees them before the commit. */
export type PendingCollections = {
  find(database: string, name: string): CollectionDefinition | undefined;
  create(database: string, name: string, options: Document): CollectionDefinition;
  /** Adds an index to one of them. It starts empty, because a new index needs an empty collection. */
  addIndex(collection: CollectionDefinition, specification: Document): CollectionDefinition;
  /** Creates them in the catalog, inside the SQLite transaction of the commit, and returns each by its pending id. */
  realize(): ReadonlyMap<number, CollectionDefinition>;
};

// Newer than any snapshot, so nothing is read from the store.
const NEVER_STORED = Number.POSITIVE_INFINITY;

export function createPendingCollections(store: Store): PendingCollections {
  const pending = new Map<number, CollectionDefinition>();
  const keep = (collection: CollectionDefinition): CollectionDefinition => {
    pending.set(collection.id, collection);
    return collection;
  };
  const buildIndex = (specification: Document) => ({
    ...compileIndex(specification),
    id: store.allocateProvisionalId(),
    multikey: false,
    sequence: NEVER_STORED,
  });
  return {
    find: (database, name) =>
      [...pending.values()].find((collection) => collection.database === database && collection.name === name),
    create: (database, name, options) =>
      keep({
        id: store.allocateProvisionalId(),
        database,
        name,
        uuid: new UUID().toBinary(),
        options,
        validator: compileValidator(options),
        indexes: [buildIndex({ v: 2, key: { _id: 1 }, name: '_id_' })],
        sequence: NEVER_STORED,
      }),
    addIndex: (collection, specification) =>
      keep({ ...collection, indexes: [...collection.indexes, buildIndex(specification)] }),
    realize: () => new Map([...pending].map(([id, collection]) => [id, realizeCollection(store, collection)])),
  };
}

function realizeCollection(store: Store, pending: CollectionDefinition): CollectionDefinition {
  const { catalog } = store;
  const { database, name, options, indexes } = pending;
  // Somebody else has created it in the meantime: the first one wins.
  if (catalog.find(database, name) !== undefined) throw createWriteConflictError();
  const created = catalog.create(database, name, options, store.advanceSequence());
  for (const { specification } of indexes) {
    if (specification['name'] !== '_id_') catalog.addIndex(created, specification, store.advanceSequence());
  }
  return catalog.find(database, name) ?? created;
}
