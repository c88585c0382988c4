import { z } from 'zod';
import { Id } from './id.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The form of what an outcome receipt covers. */
export const OUTCOME_RECEIPT_FORMAT = 'coliseum-outcome/1';

/**
 * Proof of what a settlement, an operator's void or an amendment posted: a SHA-256 over its canonical content, chained to
 * the one before. Unique by event and number, and by sequence.
 */
export const OutcomeReceipt = z.object({
  id: Id,
  eventId: Id,
  /** 0 for the settlement or void, n for the n-th amendment. */
  number: z.int().nonnegative(),
  format: z.string(),
  /** Place in the chain, from 1. */
  sequence: z.int().positive(),
  /** SHA-256 of the canonical content, hexadecimal. */
  contentSha256: Sha256,
  /** `sha256` of the one before; null for the first. */
  previousSha256: Sha256.nullable(),
  /** SHA-256 over format, sequence, `contentSha256` and `previousSha256`. */
  sha256: Sha256,
  createdAt: z.date(),
});
export type OutcomeReceipt = z.infer<typeof OutcomeReceipt>;
