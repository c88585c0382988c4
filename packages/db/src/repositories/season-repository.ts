import type { Id } from '@coliseum/domain/id';
import type { Season } from '@coliseum/domain/season';
import { fromSeasonRow, toSeasonDocument } from '../documents/season-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';

export type SeasonRepository = {
  find(key: string): Promise<Season | null>;
  /** Replaces the season with its key, or inserts a new one. */
  upsert(season: Season): Promise<void>;
};

export function createSeasonRepository({ read, write }: Store, newId: () => Id): SeasonRepository {
  return {
    find: async (key) => mapOptional(await read.seasons.where({ key }).first(), fromSeasonRow),
    upsert: async (season) => {
      const { _id, key, ...fields } = toSeasonDocument(season, newId());
      await write.collection('seasons').updateOne({ key }, { $set: fields, $setOnInsert: { _id } }, { upsert: true });
    },
  };
}
