import type { DailyBatch } from '@coliseum/domain/daily-batch';
import { RECEIPT_FORMAT, type Receipt, type ReceiptFormat } from '@coliseum/domain/receipt';
import { toRecord } from '@coliseum/domain/to-record';
import { buildBatchContent, type CommittedContent } from './batch-content.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

type Link = Pick<Receipt, 'format' | 'sequence' | 'date' | 'contentSha256' | 'previousSha256'>;

type ReceiptInput = {
  readonly id: string;
  readonly content: CommittedContent & { readonly batch: Pick<DailyBatch, 'id'> };
  /** The last receipt of the chain so far; null for the first one. */
  readonly previous: Pick<Receipt, 'sequence' | 'sha256'> | null;
  readonly at: Date;
};

/** Creates the receipt of a match day as the next one in the chain. Pure. */
export function toReceipt({ id, content, previous, at }: ReceiptInput): Receipt {
  const { batch } = content;
  const link: Link = {
    format: RECEIPT_FORMAT,
    sequence: (previous?.sequence ?? 0) + 1,
    date: batch.date,
    contentSha256: hashContent(RECEIPT_FORMAT, content),
    previousSha256: previous?.sha256 ?? null,
  };
  return { ...link, id, batchId: batch.id, sha256: hashLink(link), createdAt: at };
}

/** SHA-256 of a match day's canonical content in a format. */
export function hashContent(format: ReceiptFormat, content: CommittedContent): string {
  return sha256(toCanonicalJson(buildBatchContent(format, content)));
}

/** SHA-256 of a receipt's own fields, which the next receipt includes. */
export function hashLink({ format, sequence, date, contentSha256, previousSha256 }: Link): string {
  return sha256(toCanonicalJson(toRecord({ format, sequence, date, contentSha256, previousSha256 })));
}
