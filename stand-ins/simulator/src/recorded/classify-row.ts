import { addDays, toLockTime, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import { failure, success, type Result } from '@coliseum/domain/result';
import { filterOfferedMarkets } from './offered-markets.ts';
import { findRealCloseTime } from './real-close-time.ts';
import type { RecordedMarket } from './recorded-market.ts';
import { readRecordedQuote } from './recorded-quote.ts';
import type { RecordedRow } from './recorded-row.ts';
import type { UnusableReason } from './unusable-reason.ts';

/** The row as a market that its match day can offer, or the reason why no day can. */
export function classifyRow(row: RecordedRow): Result<RecordedMarket, UnusableReason> {
  const quote = readRecordedQuote(row);
  if (!quote.ok) return quote;
  const closeTime = findRealCloseTime(row);
  const matchDate = findMatchDate(closeTime);
  const lockTime = toLockTime(matchDate);
  const openTime = row.open_time == null ? null : new Date(row.open_time);
  if (openTime !== null && openTime > lockTime) return failure('not_open_at_lock');
  const market: RecordedMarket = {
    ticker: row.ticker,
    matchDate,
    openTime,
    realCloseTime: closeTime,
    knownClosedBy: findKnownClose(row, closeTime),
    quote: quote.value,
    row,
  };
  return filterOfferedMarkets([market], lockTime).length === 1 ? success(market) : failure('closed_before_lock');
}

/** The date whose lock at 14:00 UTC is the last one before the close. */
function findMatchDate(closeTime: Date): MatchDate {
  const date = toMatchDate(closeTime);
  return toLockTime(date) < closeTime ? date : addDays(date, -1);
}

/** The earliest instant by which the recording knows the market to have been over; its real close where it knows none. */
function findKnownClose(row: RecordedRow, closeTime: Date): Date {
  const lastTrade = row.close_time_basis === 'after_settlement' ? row.close_time : null;
  const known = [row.settlement_ts, row.settlement_seen_by, lastTrade].filter((instant) => instant != null);
  return known.length === 0 ? closeTime : new Date(Math.min(...known.map((instant) => Date.parse(instant))));
}
