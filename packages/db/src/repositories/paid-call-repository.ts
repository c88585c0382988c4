import type { MatchDate } from '@coliseum/domain/match-date';
import type { CallPurpose, PaidCall } from '@coliseum/domain/paid-call';
import { fromPaidCallRow, toPaidCallDocument } from '../documents/paid-call-document.ts';
import { fromInt64, mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { hasValue, textIsBetween } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

export type PaidCallRepository = {
  insertMany(calls: readonly PaidCall[]): Promise<void>;
  /** The day's calls whose answers are still kept, oldest id first. */
  listWithAnswers(date: MatchDate): Promise<PaidCall[]>;
  /** The total cost of the day's calls, as far as it is known. */
  sumCostMicroDollars(date: MatchDate, purpose?: CallPurpose): Promise<number>;
  /** Deletes the answers of the day's calls, for all purposes or the given ones. Their costs stay. */
  clearAnswers(date: MatchDate, purposes?: readonly CallPurpose[]): Promise<void>;
  /** The calls of the days between two dates, both included, without their answers; earliest day first. */
  listBetween(fromDate: MatchDate, toDate: MatchDate): Promise<PaidCall[]>;
  /** Every call, oldest id first. */
  stream(): AsyncIterable<PaidCall>;
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
] as const;

export function createPaidCallRepository({ read, write }: Store): PaidCallRepository {
  const calls = read.paid_calls;
  return {
    insertMany: (list) => insertDocuments<'PaidCall'>(write, COLLECTION, list.map(toPaidCallDocument)),
    listWithAnswers: (date) => {
      const kept = calls.where({ date }).where(hasValue('answer'));
      return collectRows(kept.orderBy({ _id: 1 }).all(), fromPaidCallRow);
    },
    sumCostMicroDollars: async (date, purpose) => {
      const asked = calls.where(purpose === undefined ? { date } : { date, purpose });
      const rows = await asked.select('cost_micro_dollars').all();
      return rows.reduce((sum, row) => sum + (mapOptional(row.cost_micro_dollars, fromInt64) ?? 0), 0);
    },
    clearAnswers: async (date, purposes) => {
      const ofPurposes = purposes === undefined ? {} : { purpose: { $in: [...purposes] } };
      await write.collection(COLLECTION).updateMany({ date, ...ofPurposes }, { $set: { answer: null } });
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
