import { z } from 'zod';
import { Sha256Field } from './fields.ts';

/** Proof of what a match day contained before its first market closed. Anyone who keeps `sha256` can check it later. */
export const ReceiptView = z
  .object({ sequence: z.int().positive(), sha256: Sha256Field, previous_sha256: Sha256Field.nullable() })
  .meta({ id: 'Receipt' });
export type ReceiptView = z.infer<typeof ReceiptView>;
