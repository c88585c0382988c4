import type { Receipt, ReceiptFormat } from '@coliseum/domain/receipt';
import { buildBatchContent, type CommittedContent } from '@coliseum/receipts/batch-content';
import { ReceiptContentView } from '../views/receipt-content-view.ts';

/** A receipt's own fields beside the content that it covers, as stored now. */
export function buildReceiptContent(
  receipt: Receipt,
  format: ReceiptFormat,
  content: CommittedContent,
): ReceiptContentView {
  return ReceiptContentView.parse({
    link: {
      format,
      sequence: receipt.sequence,
      date: receipt.date,
      content_sha256: receipt.contentSha256,
      previous_sha256: receipt.previousSha256,
    },
    sha256: receipt.sha256,
    created_at: receipt.createdAt.toISOString(),
    content: buildBatchContent(format, content),
  });
}
