import { BetOutcome } from '@coliseum/domain/bet';
import { DecimalPrice } from '@coliseum/domain/price';
import { z } from 'zod';

/** Whole US cents: the exact figure behind every amount in dollars. */
export const CentsField = z.int().describe('Whole US cents, exact');

/** US dollars, exact to the cent: for display, not for arithmetic. */
export const DollarsField = z.number().describe('US dollars, exact to the cent');

/** An exact price, settlement value or probability from 0 to 1, with at most six decimals. */
export const DecimalField = DecimalPrice.describe('Exact decimal from 0 to 1');

/** A point in time: ISO 8601 in UTC with milliseconds. */
export const InstantField = z.iso.datetime({ precision: 3 }).describe('ISO 8601 in UTC');

/** A match date or any other UTC date, `YYYY-MM-DD`. */
export const DateField = z.iso.date().describe('UTC date');

/** A SHA-256 in 64 hexadecimal digits. */
export const Sha256Field = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hexadecimal');

/** One settled answer in an agent's form. `PASS` was chosen; `NO_ANSWER` is a timeout, a refusal or an unusable answer. */
export const FormMark = z.enum(['WIN', 'LOSS', 'VOID', 'EVEN', 'PASS', 'NO_ANSWER']);
export type FormMark = z.infer<typeof FormMark>;

/** The outcome of one answer; null until its event is settled. */
export const OutcomeField = BetOutcome.nullable();
