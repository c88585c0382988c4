import type { OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import { fromOutcomeReceiptRow, toOutcomeReceiptDocument } from '../documents/outcome-receipt-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import { streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

/** Append-only: a receipt is never changed. */
export type OutcomeReceiptRepository = {
  /** Throws `DATABASE_CONFLICT` when the posting or the place in the chain already has a receipt. */
  insert(receipt: OutcomeReceipt): Promise<void>;
  /** The latest of the chain. */
  findLatest(): Promise<OutcomeReceipt | null>;
  /** The whole chain from its start. */
  stream(): AsyncIterable<OutcomeReceipt>;
};

export function createOutcomeReceiptRepository({ read, write }: Store): OutcomeReceiptRepository {
  const receipts = read.outcome_receipts;
  return {
    insert: (receipt) =>
      insertDocuments<'OutcomeReceipt'>(write, 'outcome_receipts', [toOutcomeReceiptDocument(receipt)]),
    findLatest: async () => mapOptional(await receipts.orderBy({ sequence: -1 }).first(), fromOutcomeReceiptRow),
    stream: () => streamRows(receipts.orderBy({ sequence: 1 }).all(), fromOutcomeReceiptRow),
  };
}
