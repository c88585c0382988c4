import type { ArenaEvent } from '@coliseum/domain/event';
import type { Id } from '@coliseum/domain/id';
import { fromEventRow, toEventDocument } from '../documents/event-document.ts';
import { optional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import type { Page } from './batch-repository.ts';
import { idIsOneOf, textIsOneOf } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments, updateDocuments } from './write-documents.ts';

/** `open` is every event that is not settled yet, delayed ones too. */
export type EventFilter = { readonly status?: 'open' | 'settled' | undefined; readonly category?: string | undefined };

export type EventRepository = {
  findById(id: Id): Promise<ArenaEvent | null>;
  findManyByIds(ids: readonly Id[]): Promise<ArenaEvent[]>;
  /** In match order. */
  listByBatch(batchId: Id): Promise<ArenaEvent[]>;
  /** Newest day first, and how many there are in all. */
  list(query: Page & EventFilter): Promise<{ total: number; items: ArenaEvent[] }>;
  /** Every category there is, in alphabetical order. */
  listCategories(): Promise<string[]>;
  /** Throws `DATABASE_CONFLICT` when a market is in a batch already. */
  insertMany(events: readonly ArenaEvent[]): Promise<void>;
  update(event: ArenaEvent): Promise<void>;
  /** What still waits for its result, earliest close first. */
  listUnsettled(): Promise<ArenaEvent[]>;
  /** Which of the Kalshi tickers are in a batch already. */
  findUsedTickers(tickers: readonly string[]): Promise<Set<string>>;
  /** Every event, oldest id first. */
  stream(): AsyncIterable<ArenaEvent>;
};

const COLLECTION = 'events';
const STATUSES: Readonly<Record<'open' | 'settled', readonly ArenaEvent['status'][]>> = {
  open: ['open', 'waiting_settlement', 'delayed'],
  settled: ['settled'],
};

export function createEventRepository({ read, write }: Store): EventRepository {
  const { events } = read;
  return {
    findById: async (id) => optional(await events.where({ _id: id }).first(), fromEventRow),
    findManyByIds: (ids) => collectRows(events.where(idIsOneOf('_id', ids)).all(), fromEventRow),
    listByBatch: (batchId) =>
      collectRows(events.where({ batch_id: batchId }).orderBy({ match_number: 1 }).all(), fromEventRow),
    list: (query) => listEvents({ read, write }, query),
    listCategories: async () =>
      (await write.collection<{ category: string }>(COLLECTION).distinct('category', {})).toSorted(),
    insertMany: (items) => insertDocuments<'ArenaEvent'>(write, COLLECTION, items.map(toEventDocument)),
    update: (event) => updateDocuments<'ArenaEvent'>(write, COLLECTION, [toEventDocument(event)]),
    listUnsettled: () =>
      collectRows(
        events.where(textIsOneOf('status', STATUSES.open)).orderBy({ close_time: 1, _id: 1 }).all(),
        fromEventRow,
      ),
    findUsedTickers: async (tickers) => {
      const rows = await events.where(textIsOneOf('kalshi_ticker', tickers)).select('kalshi_ticker').all();
      return new Set(rows.map((row) => row.kalshi_ticker));
    },
    stream: () => streamRows(events.orderBy({ _id: 1 }).all(), fromEventRow),
  };
}

async function listEvents(
  { read, write }: Store,
  { limit, offset, status, category }: Page & EventFilter,
): Promise<{ total: number; items: ArenaEvent[] }> {
  const statuses = status === undefined ? [] : STATUSES[status];
  let matching = read.events.orderBy({ match_date: -1, match_number: -1 });
  if (category !== undefined) matching = matching.where({ category });
  if (statuses.length > 0) matching = matching.where(textIsOneOf('status', statuses));
  const items = await collectRows(matching.offset(offset).limit(limit).all(), fromEventRow);
  const total = await write.collection(COLLECTION).countDocuments({
    ...(category === undefined ? {} : { category }),
    ...(statuses.length === 0 ? {} : { status: { $in: statuses } }),
  });
  return { total, items };
}
