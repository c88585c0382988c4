import { invariant } from '@coliseum/domain/assert';

/** An exact fraction; the denominator is positive. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** The nearest whole number, halves away from zero: `64.5` → `65`, `-64.5` → `-65`. */
export function roundHalfAwayFromZero({ numerator, denominator }: Rational): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return toSafeInteger(numerator < 0n ? -rounded : rounded);
}

/** The smallest whole number that is not less, for fractions of zero or more. */
export function ceilNonNegative({ numerator, denominator }: Rational): number {
  invariant(numerator >= 0n, 'Only fractions of zero or more are rounded up');
  return toSafeInteger((numerator + denominator - 1n) / denominator);
}

function toSafeInteger(value: bigint): number {
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `${value} cents are more than a number can hold exactly`);
  return number;
}
