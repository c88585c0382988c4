import type { OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { toObjectId } from './values.ts';

export function toOutcomeReceiptDocument(receipt: OutcomeReceipt): StoredDocument<'OutcomeReceipt'> {
  return {
    _id: toObjectId(receipt.id),
    event_id: toObjectId(receipt.eventId),
    posting: receipt.number,
    format: receipt.format,
    sequence: receipt.sequence,
    content_sha256: receipt.contentSha256,
    previous_sha256: receipt.previousSha256,
    sha256: receipt.sha256,
    created_at: receipt.createdAt,
  };
}

export function fromOutcomeReceiptRow(row: StoredRow<'OutcomeReceipt'>): OutcomeReceipt {
  return {
    id: row._id,
    eventId: row.event_id,
    number: row.posting,
    format: row.format,
    sequence: row.sequence,
    contentSha256: row.content_sha256,
    previousSha256: row.previous_sha256 ?? null,
    sha256: row.sha256,
    createdAt: row.created_at,
  };
}
