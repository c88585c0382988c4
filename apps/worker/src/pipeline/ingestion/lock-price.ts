import type { LockedPriceBasis } from '@coliseum/domain/event';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';

type Quote = {
  readonly yesBidMicros: number | null;
  readonly yesAskMicros: number | null;
  readonly lastPriceMicros: number | null;
};

export type LockedPrice = { readonly micros: number; readonly basis: LockedPriceBasis };

/**
 * The YES price a quote locks: the midpoint of bid and ask (halves of a micro up), or the last trade where a side has
 * no quote. Strictly between 0 and 1 dollar, or the market cannot be played.
 */
export function lockPrice(quote: Quote): Result<LockedPrice, 'no_quote' | 'price_at_bound' | 'crossed_quote'> {
  const { yesBidMicros, yesAskMicros, lastPriceMicros } = quote;
  if (yesBidMicros !== null && yesAskMicros !== null) {
    if (yesBidMicros > yesAskMicros) return failure('crossed_quote');
    return inside({ micros: Math.floor((yesBidMicros + yesAskMicros + 1) / 2), basis: 'midpoint' });
  }
  if (lastPriceMicros === null) return failure('no_quote');
  return inside({ micros: lastPriceMicros, basis: 'last' });
}

function inside(price: LockedPrice): Result<LockedPrice, 'price_at_bound'> {
  return price.micros > 0 && price.micros < MICROS_PER_UNIT ? success(price) : failure('price_at_bound');
}
