import type { Id } from '@coliseum/domain/id';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { fromLedgerEntryRow, toLedgerEntryDocument } from '../documents/ledger-entry-document.ts';
import type { Store } from '../store.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

/** Append-only: an entry is never changed. */
export type LedgerRepository = {
  /** One command. Throws `DATABASE_CONFLICT` when one of the keys has already been posted. */
  insertMany(entries: readonly LedgerEntry[]): Promise<void>;
  /** The entries about one event, oldest id first. */
  listByEvent(eventId: Id): Promise<LedgerEntry[]>;
  /** Every entry, oldest id first. */
  stream(): AsyncIterable<LedgerEntry>;
};

const COLLECTION = 'ledger_entries';

export function createLedgerRepository({ read, write }: Store): LedgerRepository {
  const entries = read.ledger_entries;
  return {
    insertMany: (items) => insertDocuments<'LedgerEntry'>(write, COLLECTION, items.map(toLedgerEntryDocument)),
    listByEvent: (eventId) =>
      collectRows(entries.where({ event_id: eventId }).orderBy({ _id: 1 }).all(), fromLedgerEntryRow),
    stream: () => streamRows(entries.orderBy({ _id: 1 }).all(), fromLedgerEntryRow),
  };
}
