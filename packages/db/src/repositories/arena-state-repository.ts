import type { ArenaState, DataChange } from '@coliseum/domain/arena-state';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Document } from 'mongodb';
import { fromArenaStateRow, PROGRESS_UPDATE, toRevisionUpdate } from '../documents/arena-state-document.ts';
import type { Store } from '../store.ts';

export type ArenaStateRepository = {
  /** One small read, cheap enough to ask once a second. Throws `DATABASE_NOT_MIGRATED` where nothing has created it. */
  get(): Promise<ArenaState>;
  /**
   * Raises the revision by one. Call it in the transaction of every change of public data, as its last write: then the
   * revision and the data are seen together or not at all. Throws `DATABASE_NOT_MIGRATED`.
   */
  raiseRevision(change: DataChange): Promise<void>;
  /** Raises the progress revision by one. Not for transactions: each would collide with all others. */
  raiseProgress(): Promise<void>;
};

const COLLECTION = 'arena_state';

export function createArenaStateRepository(store: Store): ArenaStateRepository {
  return {
    get: async () => {
      const row = await store.read.arena_state.first();
      if (row === null) throw createMissingError();
      return fromArenaStateRow(row);
    },
    raiseRevision: (change) => updateState(store, toRevisionUpdate(change)),
    raiseProgress: () => updateState(store, PROGRESS_UPDATE),
  };
}

async function updateState({ write }: Store, update: Document): Promise<void> {
  const { matchedCount } = await write.collection(COLLECTION).updateOne({}, update);
  if (matchedCount === 0) throw createMissingError();
}

function createMissingError(): AppError {
  return new AppError({
    code: 'DATABASE_NOT_MIGRATED',
    message: 'The database has no revision of its data. Run "npm run arena -- migrate".',
  });
}
