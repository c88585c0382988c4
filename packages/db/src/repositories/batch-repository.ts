import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import { fromDailyBatchRow, toDailyBatchDocument } from '../documents/daily-batch-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { textIsIn } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

export type Page = { readonly limit: number; readonly offset: number };

export type BatchRepository = {
  findByDate(date: MatchDate): Promise<DailyBatch | null>;
  findById(id: Id): Promise<DailyBatch | null>;
  /** Newest first. */
  list(page: Page): Promise<DailyBatch[]>;
  /** The batches of the dates that have one, oldest first. */
  listByDates(dates: readonly MatchDate[]): Promise<DailyBatch[]>;
  count(): Promise<number>;
  /** The batch of the latest date. */
  findLatest(): Promise<DailyBatch | null>;
  /** Throws `DATABASE_CONFLICT` when the date already has a batch. */
  insert(batch: DailyBatch): Promise<void>;
  /** Every batch, oldest id first. */
  stream(): AsyncIterable<DailyBatch>;
};

const COLLECTION = 'daily_batches';

export function createBatchRepository({ read, write, count }: Store): BatchRepository {
  const newestFirst = read.daily_batches.orderBy({ date: -1 });
  return {
    findByDate: async (date) => mapOptional(await read.daily_batches.where({ date }).first(), fromDailyBatchRow),
    findById: async (id) => mapOptional(await read.daily_batches.where({ _id: id }).first(), fromDailyBatchRow),
    list: ({ limit, offset }) => collectRows(newestFirst.offset(offset).limit(limit).all(), fromDailyBatchRow),
    listByDates: (dates) =>
      collectRows(read.daily_batches.orderBy({ date: 1 }).where(textIsIn('date', dates)).all(), fromDailyBatchRow),
    count: () => count(COLLECTION, {}),
    findLatest: async () => mapOptional(await newestFirst.first(), fromDailyBatchRow),
    insert: (batch) => insertDocuments<'DailyBatch'>(write, COLLECTION, [toDailyBatchDocument(batch)]),
    stream: () => streamRows(read.daily_batches.orderBy({ _id: 1 }).all(), fromDailyBatchRow),
  };
}
