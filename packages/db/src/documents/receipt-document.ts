import type { Receipt } from '@coliseum/domain/receipt';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { toObjectId } from './values.ts';

export function toReceiptDocument(receipt: Receipt): StoredDocument<'Receipt'> {
  return {
    _id: toObjectId(receipt.id),
    date: receipt.date,
    batch_id: toObjectId(receipt.batchId),
    format: receipt.format,
    sequence: receipt.sequence,
    content_sha256: receipt.contentSha256,
    previous_sha256: receipt.previousSha256,
    sha256: receipt.sha256,
    created_at: receipt.createdAt,
  };
}

export function fromReceiptRow(row: StoredRow<'Receipt'>): Receipt {
  return {
    id: row._id,
    date: row.date,
    batchId: row.batch_id,
    format: row.format,
    sequence: row.sequence,
    contentSha256: row.content_sha256,
    previousSha256: row.previous_sha256 ?? null,
    sha256: row.sha256,
    createdAt: row.created_at,
  };
}
