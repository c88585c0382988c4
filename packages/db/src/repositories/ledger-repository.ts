import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { fromLedgerEntryRow, toLedgerEntryDocument } from '../documents/ledger-entry-document.ts';
import type { Store } from '../store.ts';
import { streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

/** Append-only: an entry is never changed. */
export type LedgerRepository = {
  /** One command. Throws `DATABASE_CONFLICT` when one of the keys has already been posted. */
  insertMany(entries: readonly LedgerEntry[]): Promise<void>;
  /** Every entry, oldest id first. */
  stream(): AsyncIterable<LedgerEntry>;
};

const COLLECTION = 'ledger_entries';

export function createLedgerRepository({ read, write }: Store): LedgerRepository {
  const entries = read.ledger_entries;
  return {
    insertMany: (items) => insertDocuments<'LedgerEntry'>(write, COLLECTION, items.map(toLedgerEntryDocument)),
    stream: () => streamRows(entries.orderBy({ _id: 1 }).all(), fromLedgerEntryRow),
  };
}
