import { z } from 'zod';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The format of the hashed content; a different format gets another number. */
export const RECEIPT_FORMAT = 'coliseum-receipt/1';

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
