import { UUID } from 'bson';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { compileIndex } from '../storage/definitions.ts';
import type { Store } from '../storage/store.ts';
import { createWriteConflictError } from './write-conflict.ts';

/** The collections that an open transaction has made by writing to them. Nobody else knows them before the commit. */
export type PendingCollections = {
  find(database: string, name: string): CollectionDefinition | undefined;
  create(database: string, name: string): CollectionDefinition;
  /** Makes them in the catalog, inside the SQLite transaction of the commit: the real collection by the pending id. */
  realize(): ReadonlyMap<number, CollectionDefinition>;
};

export function createPendingCollections(store: Store): PendingCollections {
  const pending: CollectionDefinition[] = [];
  return {
    find: (database, name) =>
      pending.find((collection) => collection.database === database && collection.name === name),
    create: (database, name) => {
      const id = store.allocateProvisionalId();
      const idIndex = compileIndex({ v: 2, key: { _id: 1 }, name: '_id_' });
      const collection: CollectionDefinition = {
        id,
        database,
        name,
        uuid: new UUID().toBinary(),
        options: {},
        validator: undefined,
        indexes: [{ ...idIndex, id, multikey: false, sequence: Number.POSITIVE_INFINITY }],
        // Newer than any state: nothing of it is read from the store.
        sequence: Number.POSITIVE_INFINITY,
      };
      pending.push(collection);
      return collection;
    },
    realize: () =>
      new Map(
        pending.map(({ id, database, name }) => {
          // Somebody else made it meanwhile: the first one wins.
          if (store.catalog.find(database, name) !== undefined) throw createWriteConflictError();
          return [id, store.catalog.create(database, name, {}, store.advanceSequence())];
        }),
      ),
  };
}
