import type { Id } from '@coliseum/domain/id';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { fromLedgerEntryRow, toLedgerEntryDocument } from '../documents/ledger-entry-document.ts';
import type { Store } from '../store.ts';
import { isBefore, type PageCursor } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

/** Append-only: an entry is never changed. */
export type LedgerRepository = {
  /** One command. Throws `DATABASE_CONFLICT` when one of the keys is posted already. */
  insertMany(entries: readonly LedgerEntry[]): Promise<void>;
  /** An agent's entries, newest first. `before`: the last entry of the page before this one. */
  listByAgent(query: {
    readonly agentId: Id;
    readonly limit: number;
    readonly before?: PageCursor;
  }): Promise<LedgerEntry[]>;
  /** Every entry, oldest id first. */
  stream(): AsyncIterable<LedgerEntry>;
};

const COLLECTION = 'ledger_entries';

export function createLedgerRepository({ read, write }: Store): LedgerRepository {
  const entries = read.ledger_entries;
  return {
    insertMany: (items) => insertDocuments<'LedgerEntry'>(write, COLLECTION, items.map(toLedgerEntryDocument)),
    listByAgent: ({ agentId, limit, before }) => {
      const ofAgent = entries.where({ agent_id: agentId });
      const older = before === undefined ? ofAgent : ofAgent.where(isBefore('occurred_at', before));
      return collectRows(older.orderBy({ occurred_at: -1, _id: -1 }).limit(limit).all(), fromLedgerEntryRow);
    },
    stream: () => streamRows(entries.orderBy({ _id: 1 }).all(), fromLedgerEntryRow),
  };
}
