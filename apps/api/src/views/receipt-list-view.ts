import { z } from 'zod';
import { describeDate, describeId, describeInstant, describeNumber, describeSha256, describeText } from './fields.ts';
import { DatePageInput, pageFields } from './pagination.ts';

export const ReceiptListInput = DatePageInput;
export type ReceiptListInput = z.infer<typeof ReceiptListInput>;

/** A receipt with everything that its hash is made of. */
export const FullReceiptView = z
  .object({
    date: describeDate('The match day'),
    batch_id: describeId('the match day'),
    format: describeText('The form of what is hashed', 'coliseum-receipt/1'),
    sequence: describeNumber('Place in the chain of receipts'),
    content_sha256: describeSha256("The day's content in its canonical form"),
    previous_sha256: describeSha256('The receipt before; null for the first').nullable(),
    sha256: describeSha256('Format, place, date, content and the receipt before together'),
    created_at: describeInstant('When the day was committed'),
  })
  .meta({ id: 'FullReceipt', description: 'A receipt with everything that its hash is made of' });
export type FullReceiptView = z.infer<typeof FullReceiptView>;

/** A page of receipts, newest first. */
export const ReceiptListView = z
  .object({
    ...pageFields,
    next_cursor: describeDate('`cursor` of the next page; null on the last').nullable(),
    receipts: z
      .array(FullReceiptView)
      .meta({ description: 'Receipts, newest first; match days older than receipts have none' }),
  })
  .meta({ id: 'ReceiptList', description: 'A page of receipts, newest first' });
export type ReceiptListView = z.infer<typeof ReceiptListView>;
