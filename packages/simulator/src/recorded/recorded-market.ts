import type { MatchDate } from '@coliseum/domain/match-date';
import type { RecordedQuote } from './recorded-quote.ts';
import type { RecordedRow } from './recorded-row.ts';

/** Why a recorded market cannot be offered. Each market has at most one reason: the first of these that holds. */
export type UnusableReason =
  /** No price was recorded before the settlement. */
  | 'no_quote'
  /** The recorded price is not strictly between 0 and 1. */
  | 'quote_not_between_0_and_1'
  /** The recorded bid is not below the recorded ask. */
  | 'quote_crossed'
  /** The market opened after the lock of the only day on which it could have been offered. */
  | 'not_open_at_lock'
  /** The market is known to have closed, ahead of its listed close, by the lock of that day. */
  | 'closed_before_lock';

/** A count for each reason, to start from. */
export const noneUnusable: Readonly<Record<UnusableReason, number>> = {
  no_quote: 0,
  quote_not_between_0_and_1: 0,
  quote_crossed: 0,
  not_open_at_lock: 0,
  closed_before_lock: 0,
};

/** A recorded market that some match day can offer. */
export type RecordedMarket = {
  readonly ticker: string;
  /** The one date whose lock has the real close in its next 24 hours. */
  readonly matchDate: MatchDate;
  /** Null where the recording has no opening time; the market then counts as open. */
  readonly openTime: Date | null;
  readonly realCloseTime: Date;
  /** The first moment by which the market is known to have been over. */
  readonly knownClosedBy: Date;
  readonly quote: RecordedQuote;
  readonly row: RecordedRow;
};
