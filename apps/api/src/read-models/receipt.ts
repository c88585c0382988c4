import type { Receipt } from '@coliseum/domain/receipt';
import type { ReceiptView } from '../views/receipt-view.ts';

/** The public part of a receipt; null for a match day older than receipts. */
export function buildReceipt(receipt: Receipt | undefined): ReceiptView | null {
  if (receipt === undefined) return null;
  return { sequence: receipt.sequence, sha256: receipt.sha256, previous_sha256: receipt.previousSha256 };
}
