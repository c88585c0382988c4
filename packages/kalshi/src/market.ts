import type { MarketResult } from './market-result.ts';
import type { MarketStatus } from './market-status.ts';

/** A market in our terms. Prices in micros of a dollar, counts in hundredths of a contract. */
export type KalshiMarket = {
  readonly ticker: string;
  readonly eventTicker: string;
  readonly title: string;
  readonly yesSubTitle: string;
  readonly noSubTitle: string;
  /** `binary`, `scalar`, or what Kalshi adds. */
  readonly marketType: string;
  readonly status: MarketStatus;
  readonly result: MarketResult;
  /** What one YES contract paid, 0 to 1,000,000. Null until settled, and where Kalshi does not say. */
  readonly settlementValueMicros: number | null;
  readonly settledAt: Date | null;
  readonly openTime: Date | null;
  /** As listed: it can move either way. See `findDecisiveCloseTime`. */
  readonly closeTime: Date;
  readonly expectedExpirationTime: Date | null;
  readonly latestExpirationTime: Date | null;
  /** Null where nobody bids (0 on the wire). */
  readonly yesBidMicros: number | null;
  /** Null where nobody offers (1 on the wire). */
  readonly yesAskMicros: number | null;
  /** Null where it never traded (0 on the wire). */
  readonly lastPriceMicros: number | null;
  /** Counts are null where Kalshi sends none that can be read. */
  readonly volume24hHundredths: number | null;
  readonly openInterestHundredths: number | null;
  readonly volumeHundredths: number | null;
  readonly rulesPrimary: string;
  readonly rulesSecondary: string;
  readonly canCloseEarly: boolean;
  /** Minted by the exchange for an order that may never come: it can vanish without a result. */
  readonly isProvisional: boolean;
};

/** A market that can be bet on now, with what is known of its event. */
export type KalshiCandidate = {
  readonly market: KalshiMarket;
  readonly event: {
    readonly ticker: string;
    readonly seriesTicker: string;
    readonly title: string;
    /** Kalshi's category, from the event or else its series; `Other` where neither has one. An open set. */
    readonly category: string;
  };
  readonly question: string;
  readonly decisiveCloseTime: Date;
};
