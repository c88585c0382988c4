import type { ArenaState, DataChange } from '@coliseum/domain/arena-state';
import { ObjectId, type Document } from 'mongodb';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromInt64, toInt64 } from './values.ts';

/** The id of the one document, so that no process can create a second one. */
const ARENA_STATE_ID = '000000000000000000000001';

export function toArenaStateDocument(state: ArenaState): StoredDocument<'ArenaState'> {
  return {
    _id: ObjectId.createFromHexString(ARENA_STATE_ID),
    revision: toInt64(state.revision),
    changed_at: state.changedAt,
    reason: state.reason,
    progress_revision: toInt64(state.progressRevision),
  };
}

export function fromArenaStateRow(row: StoredRow<'ArenaState'>): ArenaState {
  return {
    revision: fromInt64(row.revision),
    changedAt: row.changed_at,
    reason: row.reason,
    progressRevision: fromInt64(row.progress_revision),
  };
}

/** The update that counts a change of public data. */
export function toRevisionUpdate({ at, reason }: DataChange): Document {
  return { $inc: { revision: toInt64(1) }, $set: { changed_at: at, reason } };
}

export const PROGRESS_UPDATE: Document = { $inc: { progress_revision: toInt64(1) } };
