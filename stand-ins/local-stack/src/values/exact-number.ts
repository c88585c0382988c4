import { Decimal128, Double, Int32, Long } from 'bson';

/** coefficient × 10^exponent, exactly. */
export type ExactNumber = { readonly coefficient: bigint; readonly exponent: number };

/** The nearest JavaScript number; NaN for anything that is not a number. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal128) return Number(value.toString());
  return Number.NaN;
}

/** The number if it is a safe integer, otherwise undefined. For sizes, limits and the like. */
export function toSafeInteger(value: unknown): number | undefined {
  const number = toNumber(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Compares two BSON numbers of any type by value. NaN equals NaN and is below every other number. */
export function compareNumbers(left: unknown, right: unknown): number {
  const a = toNumber(left);
  const b = toNumber(right);
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  if (needsExact(left, a) || needsExact(right, b)) {
    const exactLeft = toExact(left);
    const exactRight = toExact(right);
    if (exactLeft !== undefined && exactRight !== undefined) return compareExact(exactLeft, exactRight);
    // One of them is infinite. A finite decimal beyond the range of doubles must not look equal to it.
    return Number(exactLeft === undefined ? a > 0 : b < 0) * 2 - 1 || 0;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function needsExact(value: unknown, nearest: number): boolean {
  if (value instanceof Decimal128) return Number.isFinite(nearest) || !value.toString().includes('Infinity');
  return (value instanceof Long || typeof value === 'bigint') && !Number.isSafeInteger(nearest);
}

/** The exact value of a finite BSON number; undefined for NaN and the infinities. */
export function toExact(value: unknown): ExactNumber | undefined {
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (value instanceof Decimal128) return parseDecimal(value.toString());
  return decomposeDouble(toNumber(value));
}

function parseDecimal(text: string): ExactNumber | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const coefficient = BigInt(`${whole}${fraction}` === '' ? '0' : `${whole}${fraction}`);
  return { coefficient: sign === '-' ? -coefficient : coefficient, exponent: Number(exponent) - fraction.length };
}

/** A double is mantissa × 2^e; for a negative e that is mantissa × 5^-e × 10^e. */
export function decomposeDouble(value: number): ExactNumber | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  let mantissa = value;
  let power = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power -= 1;
  }
  if (power === 0) return { coefficient: BigInt(mantissa), exponent: 0 };
  return { coefficient: BigInt(mantissa) * 5n ** BigInt(-power), exponent: power };
}

export function subtractExact(left: ExactNumber, right: ExactNumber): ExactNumber {
  const exponent = Math.min(left.exponent, right.exponent);
  return { coefficient: scaleCoefficient(left, exponent) - scaleCoefficient(right, exponent), exponent };
}

function compareExact(left: ExactNumber, right: ExactNumber): number {
  const difference = subtractExact(left, right).coefficient;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaleCoefficient(value: ExactNumber, exponent: number): bigint {
  return value.coefficient * 10n ** BigInt(value.exponent - exponent);
}
