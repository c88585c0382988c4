import type { Receipt } from '@coliseum/domain/receipt';
import type { ReceiptView } from '../views/receipt-view.ts';

/** A receipt as spectators keep it; null for a match day that is older than receipts. */
export function buildReceipt(receipt: Receipt | undefined): ReceiptView | null {
  if (receipt === undefined) return null;
  return { sequence: receipt.sequence, sha256: receipt.sha256, previous_sha256: receipt.previousSha256 };
}
