import type { Id } from '@coliseum/domain/id';
import type { Season } from '@coliseum/domain/season';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { toObjectId } from './values.ts';

/** The season as stored. It is identified by its key, so the caller chooses its id. */
export function toSeasonDocument(season: Season, id: Id): StoredDocument<'Season'> {
  return {
    _id: toObjectId(id),
    key: season.key,
    seed: season.seed,
    days: season.days,
    start_date: season.startDate,
    markets_file: season.marketsFile,
    status: season.status,
    created_at: season.createdAt,
  };
}

export function fromSeasonRow(row: StoredRow<'Season'>): Season {
  return {
    key: row.key,
    seed: row.seed,
    days: row.days,
    startDate: row.start_date,
    marketsFile: row.markets_file ?? null,
    status: row.status,
    createdAt: row.created_at,
  };
}
