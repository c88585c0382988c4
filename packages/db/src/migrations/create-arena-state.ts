import type { Db } from 'mongodb';
import { toArenaStateDocument } from '../documents/arena-state-document.ts';

/** Creates the one document of `arena_state` unless it exists; returns a line if it did not. */
export async function createArenaState(db: Db, now: Date): Promise<string[]> {
  const { _id, ...fields } = toArenaStateDocument({
    revision: 1,
    changedAt: now,
    reason: 'created',
    progressRevision: 0,
  });
  const result = await db.collection('arena_state').updateOne({ _id }, { $setOnInsert: fields }, { upsert: true });
  return result.upsertedCount === 0 ? [] : ['create the revision of the data'];
}
