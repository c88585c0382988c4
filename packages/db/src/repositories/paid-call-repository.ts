import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { CallPurpose, PaidCall } from '@coliseum/domain/paid-call';
import type { Document } from 'mongodb';
import { fromPaidCallRow, toPaidCallDocument } from '../documents/paid-call-document.ts';
import { fromInt64, mapOptional, toObjectId } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { hasValue, textIsBetween } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

export type PaidCallRepository = {
  insertMany(calls: readonly PaidCall[]): Promise<void>;
  /** The day's calls whose answers are still kept, oldest id first. */
  listWithAnswers(date: MatchDate): Promise<PaidCall[]>;
  /** The day's calls whose answers were dropped, without the answers, oldest id first. */
  listDropped(date: MatchDate): Promise<PaidCall[]>;
  /** Deletes answers of the day that have been recorded and marks their calls as dropped at `at`. Their hashes stay. */
  dropAnswers(date: MatchDate, selection: DroppedSelection, at: Date): Promise<void>;
  /** The total cost of the day's calls, as far as it is known. */
  sumCostMicroDollars(date: MatchDate, purpose?: CallPurpose): Promise<number>;
  /** Deletes the answers of the day's calls, which nobody needs any more. Their costs and hashes stay. */
  clearAnswers(date: MatchDate): Promise<void>;
  /** The calls of the days between two dates, both included, without their answers; earliest day first. */
  listBetween(fromDate: MatchDate, toDate: MatchDate): Promise<PaidCall[]>;
  /** Every call, oldest id first. */
  stream(): AsyncIterable<PaidCall>;
};

/** Which of a day's answers to drop: those for the purposes, of one event or all, to the given requests or all. */
export type DroppedSelection = {
  readonly purposes: readonly CallPurpose[];
  readonly eventId?: Id;
  readonly requests?: readonly string[];
};

const COLLECTION = 'paid_calls';
const ALL_BUT_ANSWER = [
  '_id',
  'date',
  'service',
  'purpose',
  'request_sha256',
  'event_id',
  'agent_id',
  'model',
  'started_at',
  'latency_ms',
  'usage',
  'cost_micro_dollars',
  'error_code',
  'answer_sha256',
  'dropped_at',
] as const;

export function createPaidCallRepository({ read, write }: Store): PaidCallRepository {
  const calls = read.paid_calls;
  return {
    insertMany: (list) => insertDocuments<'PaidCall'>(write, COLLECTION, list.map(toPaidCallDocument)),
    listWithAnswers: (date) => {
      const kept = calls.where({ date }).where(hasValue('answer'));
      return collectRows(kept.orderBy({ _id: 1 }).all(), fromPaidCallRow);
    },
    listDropped: (date) =>
      collectRows(
        calls
          .where({ date })
          .where(hasValue('dropped_at'))
          .select(...ALL_BUT_ANSWER)
          .orderBy({ _id: 1 })
          .all(),
        fromPaidCallRow,
      ),
    dropAnswers: async (date, selection, at) => {
      const update = { $set: { answer: null, dropped_at: at } };
      await write.collection(COLLECTION).updateMany(buildDropFilter(date, selection), update);
    },
    sumCostMicroDollars: async (date, purpose) => {
      const asked = calls.where(purpose === undefined ? { date } : { date, purpose });
      const rows = await asked.select('cost_micro_dollars').all();
      return rows.reduce((sum, row) => sum + (mapOptional(row.cost_micro_dollars, fromInt64) ?? 0), 0);
    },
    clearAnswers: async (date) => {
      await write.collection(COLLECTION).updateMany({ date }, { $set: { answer: null } });
    },
    listBetween: (fromDate, toDate) =>
      collectRows(
        calls
          .where(textIsBetween('date', fromDate, toDate))
          .select(...ALL_BUT_ANSWER)
          .orderBy({ date: 1, _id: 1 })
          .all(),
        fromPaidCallRow,
      ),
    stream: () => streamRows(calls.orderBy({ _id: 1 }).all(), fromPaidCallRow),
  };
}

function buildDropFilter(date: MatchDate, { purposes, eventId, requests }: DroppedSelection): Document {
  return {
    date,
    purpose: { $in: [...purposes] },
    dropped_at: null,
    // Answers that are deleted already have only their hash, those from before hashes were kept only themselves.
    $or: [{ answer_sha256: { $ne: null } }, { answer: { $ne: null } }],
    ...(eventId === undefined ? {} : { event_id: toObjectId(eventId) }),
    ...(requests === undefined ? {} : { request_sha256: { $in: [...requests] } }),
  };
}
