import { BetOutcome } from '@coliseum/domain/bet';
import { DecimalPrice } from '@coliseum/domain/price';
import { z } from 'zod';

/** Whole US cents; the exact figure beside every amount in dollars. */
export const CentsField = z.int().describe('Whole US cents, exact');

/** US dollars, exact to the cent; for reading, not for arithmetic. */
export const DollarsField = z.number().describe('US dollars, exact to the cent');

/** An exact price, settlement value or probability from 0 to 1, at most six decimals. */
export const DecimalField = DecimalPrice.describe('An exact decimal from 0 to 1');

/** An instant, ISO 8601 in UTC with milliseconds. */
export const InstantField = z.iso.datetime({ precision: 3 }).describe('An instant in UTC');

/** A match date or the UTC date of an instant, `YYYY-MM-DD`. */
export const DateField = z.iso.date().describe('A date in UTC');

/** A SHA-256 in 64 hexadecimal digits. */
export const Sha256Field = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hexadecimal');

/** The latest forms of an agent's answers. `PASS` was chosen; `NO_ANSWER` is a time-out, a refusal or an unusable answer. */
export const FormMark = z.enum(['WIN', 'LOSS', 'VOID', 'EVEN', 'PASS', 'NO_ANSWER']);
export type FormMark = z.infer<typeof FormMark>;

/** How one answer ended; null while its event is open. */
export const OutcomeField = BetOutcome.nullable();
