import { z } from 'zod';
import { describeNumber, describeSha256 } from './fields.ts';

/** Proof of what a match day contained before its first market closed. Anyone who keeps `sha256` can check it later. */
export const ReceiptView = z
  .object({
    sequence: describeNumber('Place in the chain of receipts'),
    sha256: describeSha256('The receipt'),
    previous_sha256: describeSha256('The receipt before; null for the first').nullable(),
  })
  .meta({ id: 'Receipt', description: 'Proof of what a match day contained before its first market closed' });
export type ReceiptView = z.infer<typeof ReceiptView>;
