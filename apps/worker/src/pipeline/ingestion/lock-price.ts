import type { LockedPriceBasis } from '@coliseum/domain/event';
import { failure, success, type Result } from '@coliseum/domain/result';

type Quote = {
  readonly yesBidMicros: number | null;
  readonly yesAskMicros: number | null;
  readonly lastPriceMicros: number | null;
};

export type LockedPrice = { readonly micros: number; readonly basis: LockedPriceBasis };

/**
 * Computes the locked YES price of a quote: the midpoint of bid and ask (half a micro is rounded up), or the last trade
 * when a side has no quote.
 */
export function lockPrice(quote: Quote): Result<LockedPrice, 'no_quote' | 'crossed_quote'> {
  const { yesBidMicros, yesAskMicros, lastPriceMicros } = quote;
  if (yesBidMicros !== null && yesAskMicros !== null) {
    if (yesBidMicros > yesAskMicros) return failure('crossed_quote');
    return success({ micros: Math.floor((yesBidMicros + yesAskMicros + 1) / 2), basis: 'midpoint' });
  }
  if (lastPriceMicros === null) return failure('no_quote');
  return success({ micros: lastPriceMicros, basis: 'last' });
}
