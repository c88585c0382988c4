import type { MatchDate } from '@coliseum/domain/match-date';
import type { Receipt } from '@coliseum/domain/receipt';
import { fromReceiptRow, toReceiptDocument } from '../documents/receipt-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { textIsIn } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

/** Append-only: a receipt is never changed. */
export type ReceiptRepository = {
  /** Throws `DATABASE_CONFLICT` when the date or the place in the chain already has a receipt. */
  insert(receipt: Receipt): Promise<void>;
  /** The latest receipt of the chain. */
  findLatest(): Promise<Receipt | null>;
  /** The receipts of the dates that have one, in the order of the chain. */
  listByDates(dates: readonly MatchDate[]): Promise<Receipt[]>;
  /** The whole chain from its start. */
  stream(): AsyncIterable<Receipt>;
};

export function createReceiptRepository({ read, write }: Store): ReceiptRepository {
  const { receipts } = read;
  const inOrder = receipts.orderBy({ sequence: 1 });
  return {
    insert: (receipt) => insertDocuments<'Receipt'>(write, 'receipts', [toReceiptDocument(receipt)]),
    findLatest: async () => mapOptional(await receipts.orderBy({ sequence: -1 }).first(), fromReceiptRow),
    listByDates: (dates) => collectRows(inOrder.where(textIsIn('date', dates)).all(), fromReceiptRow),
    stream: () => streamRows(inOrder.all(), fromReceiptRow),
  };
}
