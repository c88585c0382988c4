import type { Receipt } from '@coliseum/domain/receipt';
import type { FullReceiptView } from '../views/receipt-list-view.ts';
import type { ReceiptView } from '../views/receipt-view.ts';
import { formatInstant } from './format-instant.ts';

/** The public part of a receipt; null for a match day older than receipts. */
export function buildReceipt(receipt: Receipt | undefined): ReceiptView | null {
  if (receipt === undefined) return null;
  return { sequence: receipt.sequence, sha256: receipt.sha256, previous_sha256: receipt.previousSha256 };
}

/** A receipt with everything that its hash is made of. */
export function buildFullReceipt(receipt: Receipt): FullReceiptView {
  return {
    date: receipt.date,
    batch_id: receipt.batchId,
    format: receipt.format,
    sequence: receipt.sequence,
    content_sha256: receipt.contentSha256,
    previous_sha256: receipt.previousSha256,
    sha256: receipt.sha256,
    created_at: formatInstant(receipt.createdAt),
  };
}
