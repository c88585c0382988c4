import type { ArenaEvent, EventSettlement, EventSummary } from '@coliseum/domain/event';
import type { Id } from '@coliseum/domain/id';
import {
  EVENT_SUMMARY_FIELDS,
  fromEventRow,
  fromEventSummaryRow,
  toEventDocument,
} from '../documents/event-document.ts';
import { toEventSettlementFields } from '../documents/settlement-changes.ts';
import { mapOptional, toObjectId } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { idIsIn, isSince, textIsIn } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments, updateDocuments } from './write-documents.ts';

export type EventRepository = {
  findById(id: Id): Promise<ArenaEvent | null>;
  findManyByIds(ids: readonly Id[]): Promise<ArenaEvent[]>;
  /** In match order. */
  listByBatch(batchId: Id): Promise<ArenaEvent[]>;
  /** The events of several batches in match order, without their long texts. */
  listSummariesByBatches(batchIds: readonly Id[]): Promise<EventSummary[]>;
  /** Throws `DATABASE_CONFLICT` when a market is already in a batch. */
  insertMany(events: readonly ArenaEvent[]): Promise<void>;
  update(event: ArenaEvent): Promise<void>;
  /** Settles the event unless it is already settled, and returns whether it did: of several workers one gets true. */
  settle(settlement: EventSettlement): Promise<boolean>;
  /** Events that still wait for their result, earliest close first. */
  listUnsettled(): Promise<ArenaEvent[]>;
  /** Events first settled at `at` or later, earliest first. */
  listSettledSince(at: Date): Promise<ArenaEvent[]>;
  /** Those of the Kalshi tickers that are already in a batch. */
  findUsedTickers(tickers: readonly string[]): Promise<Set<string>>;
  /** Every event, oldest id first. */
  stream(): AsyncIterable<ArenaEvent>;
};

const COLLECTION = 'events';
const UNSETTLED: readonly ArenaEvent['status'][] = ['open', 'waiting_settlement', 'delayed'];

export function createEventRepository(store: Store): EventRepository {
  const { read, write } = store;
  const { events } = read;
  return {
    findById: async (id) => mapOptional(await events.where({ _id: id }).first(), fromEventRow),
    findManyByIds: (ids) => collectRows(events.where(idIsIn('_id', ids)).all(), fromEventRow),
    listByBatch: (batchId) =>
      collectRows(events.where({ batch_id: batchId }).orderBy({ match_number: 1 }).all(), fromEventRow),
    listSummariesByBatches: (ids) =>
      collectRows(
        events
          .where(idIsIn('batch_id', ids))
          .orderBy({ match_number: 1 })
          .select(...EVENT_SUMMARY_FIELDS)
          .all(),
        fromEventSummaryRow,
      ),
    insertMany: (items) => insertDocuments<'ArenaEvent'>(write, COLLECTION, items.map(toEventDocument)),
    settle: (settlement) => settleEvent(store, settlement),
    update: (event) => updateDocuments<'ArenaEvent'>(write, COLLECTION, [toEventDocument(event)]),
    listUnsettled: () =>
      collectRows(events.where(textIsIn('status', UNSETTLED)).orderBy({ close_time: 1, _id: 1 }).all(), fromEventRow),
    listSettledSince: (at) =>
      collectRows(events.where(isSince('settled_at', at)).orderBy({ settled_at: 1, _id: 1 }).all(), fromEventRow),
    findUsedTickers: async (tickers) => {
      const rows = await events.where(textIsIn('kalshi_ticker', tickers)).select('kalshi_ticker').all();
      return new Set(rows.map((row) => row.kalshi_ticker));
    },
    stream: () => streamRows(events.orderBy({ _id: 1 }).all(), fromEventRow),
  };
}

async function settleEvent({ write }: Store, settlement: EventSettlement): Promise<boolean> {
  const open = { _id: toObjectId(settlement.id), status: { $ne: 'settled' } };
  const { matchedCount } = await write
    .collection(COLLECTION)
    .updateOne(open, { $set: toEventSettlementFields(settlement) });
  return matchedCount === 1;
}
