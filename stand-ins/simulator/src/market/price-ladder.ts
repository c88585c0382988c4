import { MICROS_PER_UNIT } from '@coliseum/domain/price';

/** Which prices can be quoted: every cent, or tenths of a cent below 10 ¢ and above 90 ¢ as well. */
export type PriceLadder = 'linear_cent' | 'tapered_deci_cent';

const CENT_MICROS = 10_000;
const DECI_CENT_MICROS = 1000;
const TAPER_MICROS = 100_000;

/** The distance between quotable prices around a price, in micros. */
export function getTickAt(ladder: PriceLadder, priceMicros: number): number {
  if (ladder === 'linear_cent') return CENT_MICROS;
  const isTapered = priceMicros < TAPER_MICROS || priceMicros >= MICROS_PER_UNIT - TAPER_MICROS;
  return isTapered ? DECI_CENT_MICROS : CENT_MICROS;
}

/** The nearest quotable price, strictly between 0 and 1, in micros. */
export function roundToTick(ladder: PriceLadder, priceMicros: number): number {
  const tick = getTickAt(ladder, priceMicros);
  const rounded = Math.round(priceMicros / tick) * tick;
  return Math.min(Math.max(rounded, tick), MICROS_PER_UNIT - tick);
}

/** The ladder as the `price_ranges` of the wire. */
export function toPriceRanges(ladder: PriceLadder): readonly { start: string; end: string; step: string }[] {
  if (ladder === 'linear_cent') return [{ start: '0.0000', end: '1.0000', step: '0.0100' }];
  return [
    { start: '0.0000', end: '0.1000', step: '0.0010' },
    { start: '0.1000', end: '0.9000', step: '0.0100' },
    { start: '0.9000', end: '1.0000', step: '0.0010' },
  ];
}
