import { z } from 'zod';
import { failure, success, type Result } from './result.ts';

/** One dollar, or certainty, in micros: prices and probabilities are computed on as integers of a millionth. */
export const MICROS_PER_UNIT = 1_000_000;

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** A price, settlement value or probability as an exact decimal string, at most six places: `"0.385"`. */
export const DecimalPrice = z
  .string()
  .regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/, 'a decimal from 0 to 1 with at most six places');
export type DecimalPrice = string;

/** The exact micros of a decimal string without sign or exponent; more than six places is refused, not rounded. */
export function parseMicros(text: string): Result<number, 'not a decimal with at most six places'> {
  const match = DECIMAL.exec(text);
  if (!match) return failure('not a decimal with at most six places');
  const [, whole = '0', fraction = ''] = match;
  return success(Number(whole) * MICROS_PER_UNIT + Number(fraction.padEnd(6, '0')));
}

/** {@link parseMicros} of a string that was validated before. */
export function toMicros(decimal: DecimalPrice): number {
  const parsed = parseMicros(decimal);
  if (!parsed.ok) throw new RangeError(`Not a price: ${decimal}`);
  return parsed.value;
}

/** Micros as the canonical decimal string, two to six places: `385000` → `"0.385"`, `500000` → `"0.50"`. */
export function formatMicros(micros: number): DecimalPrice {
  const whole = Math.floor(micros / MICROS_PER_UNIT);
  const fraction = String(micros % MICROS_PER_UNIT).padStart(6, '0');
  return `${whole}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`;
}

/** Micros of a JSON probability: `floor(P · 1e6 + 0.5)` in doubles (scoring.md S1), or null outside [0, 1]. */
export function probabilityToMicros(probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) return null;
  return Math.floor(probability * MICROS_PER_UNIT + 0.5);
}

/** The price of one side in micros: NO costs one dollar less the YES price. */
export function computeSidePriceMicros(side: 'YES' | 'NO', yesPriceMicros: number): number {
  return side === 'YES' ? yesPriceMicros : MICROS_PER_UNIT - yesPriceMicros;
}
