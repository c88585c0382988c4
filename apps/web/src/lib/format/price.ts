import { toMicros } from '@coliseum/domain/price';

const MICROS_PER_CENT = 10_000;

/** A YES price: `"0.38"` → `38¢`, `"0.385"` → `38.5¢`. */
export function formatPrice(price: string): string {
  return `${toMicros(price) / MICROS_PER_CENT}¢`;
}

/** A price for a screen reader: `"0.38"` → `38 cents`. */
export function spellPrice(price: string): string {
  return `${toMicros(price) / MICROS_PER_CENT} cents`;
}

/** The position of a price or probability on the axis, in percent from 0 to 100, not rounded. */
export function toPercent(decimal: string): number {
  return toMicros(decimal) / MICROS_PER_CENT;
}

/** A probability: whole percent, with `<1%` and `>99%` at the ends. */
export function formatProbability(probability: string): string {
  const percent = toPercent(probability);
  if (percent < 1) return '<1%';
  if (percent > 99) return '>99%';
  return `${Math.round(percent)}%`;
}
