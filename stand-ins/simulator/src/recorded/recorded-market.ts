import type { MatchDate } from '@coliseum/domain/match-date';
import type { RecordedQuote } from './recorded-quote.ts';
import type { RecordedRow } from './recorded-row.ts';

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
