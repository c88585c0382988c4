import { WIDEST_SPREAD_MICROS } from '@coliseum/domain/arena-rules';
import type { FilterReason } from '@coliseum/domain/candidate-list';
import type { LockedPriceBasis } from '@coliseum/domain/event';
import { failure, success, type Result } from '@coliseum/domain/result';

type Quote = {
  readonly yesBidMicros: number | null;
  readonly yesAskMicros: number | null;
  readonly lastPriceMicros: number | null;
};

export type LockedPrice = { readonly micros: number; readonly basis: LockedPriceBasis };

type NoPriceReason = Extract<FilterReason, 'no_quote' | 'empty_book' | 'crossed_quote' | 'wide_spread'>;

/**
 * Computes the locked YES price of a quote: the midpoint of bid and ask (half a micro is rounded up). The last trade
 * stands in for one missing side, if what is offered on the other side still allows it. A price that nobody is near
 * would be a gift to one side of every bet, so there is none for an empty book or a wide spread.
 */
export function lockPrice({ yesBidMicros, yesAskMicros, lastPriceMicros }: Quote): Result<LockedPrice, NoPriceReason> {
  if (yesBidMicros !== null && yesAskMicros !== null) {
    if (yesBidMicros > yesAskMicros) return failure('crossed_quote');
    if (isWide(yesBidMicros, yesAskMicros)) return failure('wide_spread');
    return success({ micros: Math.floor((yesBidMicros + yesAskMicros + 1) / 2), basis: 'midpoint' });
  }
  if (lastPriceMicros === null) return failure('no_quote');
  if (yesBidMicros === null && yesAskMicros === null) return failure('empty_book');
  const lowest = yesBidMicros ?? lastPriceMicros;
  const highest = yesAskMicros ?? lastPriceMicros;
  if (lowest > highest) return failure('no_quote');
  if (isWide(lowest, highest)) return failure('wide_spread');
  return success({ micros: lastPriceMicros, basis: 'last' });
}

function isWide(lowestMicros: number, highestMicros: number): boolean {
  return highestMicros - lowestMicros > WIDEST_SPREAD_MICROS;
}
