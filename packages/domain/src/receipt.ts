import { z } from 'zod';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The forms that the hashed content has had, oldest first. Receipts of every form stay valid; new ones have the last. */
export const RECEIPT_FORMATS = ['coliseum-receipt/1', 'coliseum-receipt/2'] as const;
export type ReceiptFormat = (typeof RECEIPT_FORMATS)[number];

/** The form of new receipts. */
export const RECEIPT_FORMAT = 'coliseum-receipt/2' satisfies ReceiptFormat;

/**
 * Proof of what a batch was when it was committed, before its first market closed: a SHA-256 over its canonical content,
 * chained to the receipt of the match day before. Unique by date and by sequence.
 */
export const Receipt = z.object({
  id: Id,
  date: MatchDate,
  batchId: Id,
  format: z.string(),
  /** Place in the chain, from 1. */
  sequence: z.int().positive(),
  /** SHA-256 of the batch's canonical content, hexadecimal. */
  contentSha256: Sha256,
  /** `sha256` of the receipt before; null for the first. */
  previousSha256: Sha256.nullable(),
  /** SHA-256 over format, sequence, date, `contentSha256` and `previousSha256`. */
  sha256: Sha256,
  createdAt: z.date(),
});
export type Receipt = z.infer<typeof Receipt>;
