import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { RecordedRow } from './recorded-row.ts';
import type { UnusableReason } from './unusable-reason.ts';

/** The price a recorded market is offered at, in micros, with what was on each side of the book. */
export type RecordedQuote = {
  readonly bidMicros: number | null;
  readonly askMicros: number | null;
  /** The midpoint of bid and ask; else the last trade; else the only side there is. Strictly between 0 and 1. */
  readonly priceMicros: number;
  readonly observedAt: Date;
};

/**
 * The usable quote of a row: the one from about 24 hours before the close, else the one observed at another time.
 * A bid of 0 or an ask of 1 is Kalshi's way to say that nobody quotes that side.
 */
export function readRecordedQuote(row: RecordedRow): Result<RecordedQuote, UnusableReason> {
  const observed = row.price_24h_before_close ?? row.price_observed;
  if (!observed) return failure('no_quote');
  const { yes_bid: bid, yes_ask: ask, last } = observed;
  if (bid == null && ask == null && last == null) return failure('no_quote');
  if ([bid, ask, last].some((price) => price != null && !(price >= 0 && price <= 1))) {
    return failure('quote_not_between_0_and_1');
  }
  const bidMicros = toInsideMicros(bid);
  const askMicros = toInsideMicros(ask);
  if (bidMicros !== null && askMicros !== null && bidMicros >= askMicros) return failure('quote_crossed');
  const priceMicros = choosePrice(bidMicros, askMicros, toInsideMicros(last));
  if (priceMicros === null) return failure('quote_not_between_0_and_1');
  return success({ bidMicros, askMicros, priceMicros, observedAt: new Date(observed.at) });
}

function choosePrice(bidMicros: number | null, askMicros: number | null, lastMicros: number | null): number | null {
  if (bidMicros !== null && askMicros !== null) return Math.round((bidMicros + askMicros) / 2);
  return lastMicros ?? bidMicros ?? askMicros;
}

/** Micros of a price strictly between 0 and 1; recordings hold at most six decimals, as JSON numbers. */
function toInsideMicros(price: number | null | undefined): number | null {
  if (price == null) return null;
  const micros = Math.round(price * MICROS_PER_UNIT);
  return micros > 0 && micros < MICROS_PER_UNIT ? micros : null;
}
