import type { DayRecord, RecordedCandidate, RecordedEvent } from '@coliseum/domain/day-record';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { Document } from 'mongodb';
import {
  fromDayRecordRow,
  toDayRecordDocument,
  toRecordedCandidate,
  toRecordedEvent,
} from '../documents/day-record-document.ts';
import { mapOptional, toObjectId } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

export type DayRecordRepository = {
  findByDate(date: MatchDate): Promise<DayRecord | null>;
  /** Every record, in order of date. Ten years of them are some 30 MB. */
  list(): Promise<DayRecord[]>;
  count(): Promise<number>;
  /** Every record, in order of date, one by one. */
  stream(): AsyncIterable<DayRecord>;
  /** Throws `DATABASE_CONFLICT` when the date already has a record. */
  insert(record: DayRecord): Promise<void>;
  /** Inserts the record, or replaces every field of the one that is there. */
  save(record: DayRecord): Promise<void>;
  /** Replaces one event of a day in its place. Throws `NOT_FOUND` when the day has no record with this event there. */
  updateEvent(place: Pick<ArenaEvent, 'matchDate' | 'matchNumber'>, event: RecordedEvent): Promise<void>;
  /** Replaces the candidates of a day. Throws `NOT_FOUND` when the day has no record. */
  updateCandidates(date: MatchDate, candidates: readonly RecordedCandidate[]): Promise<void>;
};

const COLLECTION = 'day_records';

export function createDayRecordRepository(store: Store): DayRecordRepository {
  const { read, write } = store;
  const byDate = read.day_records.orderBy({ date: 1 });
  return {
    findByDate: async (date) => mapOptional(await read.day_records.where({ date }).first(), fromDayRecordRow),
    list: () => collectRows(byDate.all(), fromDayRecordRow),
    count: () => store.count(COLLECTION, {}),
    stream: () => streamRows(byDate.all(), fromDayRecordRow),
    insert: (record) => insertDocuments<'DayRecord'>(write, COLLECTION, [toDayRecordDocument(record)]),
    save: async (record) => {
      const { _id, ...fields } = toDayRecordDocument(record);
      await write.collection(COLLECTION).updateOne({ _id }, { $set: fields }, { upsert: true });
    },
    updateEvent: ({ matchDate: date, matchNumber }, event) => {
      const place = `events.${matchNumber - 1}`;
      const filter = { date, [`${place}.event_id`]: toObjectId(event.eventId) };
      return updateRecord(store, filter, { [place]: toRecordedEvent(event) });
    },
    updateCandidates: (date, candidates) =>
      updateRecord(store, { date }, { candidates: candidates.map(toRecordedCandidate) }),
  };
}

async function updateRecord(
  { write }: Store,
  filter: { readonly date: MatchDate } & Document,
  $set: Document,
): Promise<void> {
  const { matchedCount } = await write.collection(COLLECTION).updateOne(filter, { $set });
  if (matchedCount === 1) return;
  throw new AppError({
    code: 'NOT_FOUND',
    message: `Match day ${filter.date} has no record of what changes. Run "npm run arena -- rebuild-records".`,
    details: { date: filter.date },
  });
}
