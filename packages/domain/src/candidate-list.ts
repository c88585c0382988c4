import { z } from 'zod';
import { LockedPriceBasis } from './event.ts';
import { Id } from './id.ts';
import { MarketSettlement } from './market-settlement.ts';
import { MatchDate } from './match-date.ts';
import { DecimalPrice } from './price.ts';

/** Why a market that closes in time cannot be played. */
export const FilterReason = z.enum([
  /** It was in an earlier batch. */
  'played_before',
  /** It closes before a day can be played to its end. */
  'closes_too_soon',
  /** A side of the quote is missing, and no last trade that the other side still allows stands in for it. */
  'no_quote',
  /** It has been traded, but nobody quotes either side now. */
  'empty_book',
  'crossed_quote',
  /** Bid and ask, or the one that is there and the last trade, are too far apart for a price between them. */
  'wide_spread',
  /** The price leaves nothing to forecast. */
  'price_near_bound',
  /** Nobody traded it in the last 24 hours. */
  'stale',
  /** A more liquid market of the same Kalshi event is on the list. */
  'duplicate_event',
]);
export type FilterReason = z.infer<typeof FilterReason>;

/** How far a market came: `filtered` out, `eligible` but not liquid enough to be shown, `offered` to the selector, `selected`. */
export const CandidateStatus = z.enum(['filtered', 'eligible', 'offered', 'selected']);
export type CandidateStatus = z.infer<typeof CandidateStatus>;

/** A market that closed within 24 hours of the lock, as it stood then. */
export const Candidate = z.object({
  ticker: z.string().min(1),
  eventTicker: z.string().min(1),
  question: z.string(),
  /** The exchange's category. */
  category: z.string(),
  status: CandidateStatus,
  /** Null unless the status is `filtered`. */
  filterReason: FilterReason.nullable(),
  /** Place by liquidity among those that were not filtered, from 1. */
  rank: z.int().positive().nullable(),
  /** The YES price at the lock; null where it has none. */
  price: DecimalPrice.nullable(),
  priceBasis: LockedPriceBasis.nullable(),
  bid: DecimalPrice.nullable(),
  ask: DecimalPrice.nullable(),
  last: DecimalPrice.nullable(),
  /** Contracts, in hundredths; null where the exchange's figure could not be read. */
  volume24hHundredths: z.int().nonnegative().nullable(),
  openInterestHundredths: z.int().nonnegative().nullable(),
  closeTime: z.date(),
  /** How a market of the control ended. Null for any other, while it is open, and if it took more than a week. */
  settlement: MarketSettlement.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Everything a day's card was selected from, whether the day was played or skipped. Unique by date. */
export const CandidateList = z.object({
  id: Id,
  date: MatchDate,
  listedAt: z.date(),
  /** By ticker. */
  candidates: z.array(Candidate),
  /** The control: the tickers of five eligible markets in the order the lot fell (scoring.md S6.3); empty where fewer than five were eligible. */
  drawn: z.array(z.string()),
});
export type CandidateList = z.infer<typeof CandidateList>;
