import type { QuotePath } from './quote-path.ts';

/** What a market finally pays. Known to the simulator from the start, shown only once the market's own clock says so. */
export type SimulatedOutcome =
  /** One YES contract pays this many micros: 0, 1,000,000 or a fraction. */
  | { readonly kind: 'value'; readonly valueMicros: number }
  /** Kalshi's `scalar` without a settlement value: nobody can be paid by it. */
  | { readonly kind: 'unresolvable' };

/** A determination that did not stand. */
export type FirstDetermination = {
  readonly outcome: SimulatedOutcome;
  /** When somebody objected; null where the exchange corrected itself. */
  readonly disputedAtMs: number | null;
  readonly correctedAtMs: number;
};

/** Kalshi's strike fields; only numeric ones are simulated. */
export type SimulatedStrike =
  | { readonly type: 'greater' | 'greater_or_equal'; readonly floor: number }
  | { readonly type: 'less' | 'less_or_equal'; readonly cap: number }
  | { readonly type: 'between'; readonly floor: number; readonly cap: number };

/** One market with its whole life, from which every answer at any time is derived. Times are epoch milliseconds. */
export type SimulatedMarket = {
  readonly ticker: string;
  readonly eventTicker: string;
  readonly title: string;
  readonly yesSubTitle: string;
  readonly noSubTitle: string;
  readonly rulesPrimary: string;
  readonly rulesSecondary: string;
  readonly marketType: 'binary' | 'scalar';
  readonly strike: SimulatedStrike | null;
  readonly opensAtMs: number;
  /** The close as listed until `closeAnnouncedAtMs`. */
  readonly listedCloseAtMs: number;
  /** When trading really ends; what is listed from `closeAnnouncedAtMs` on. */
  readonly closesAtMs: number;
  readonly closeAnnouncedAtMs: number;
  readonly expectedExpirationAtMs: number;
  readonly determinedAtMs: number;
  readonly settlesAtMs: number;
  readonly outcome: SimulatedOutcome;
  /** Where the exchange first determined something else. */
  readonly firstDetermination?: FirstDetermination;
  /** Gone from the live endpoints as soon as it settles, not two months later. */
  readonly isArchivedOnceSettled?: boolean;
  /** From when on the exchange answers as if it had never had the market, neither live nor archived. */
  readonly goneFromMs?: number;
  /** When the value of the settlement is first shown, where that is later than the settlement. */
  readonly valueShownFromMs?: number;
  /** The chance of YES that the simulated models get a noisy look at, 0 to 1. Never on the wire. */
  readonly latentProbability: number;
  readonly quotes: QuotePath;
  /** Contracts traded over the market's life. */
  readonly lifetimeVolume: number;
  /** Varies what nothing else decides (sizes, wobble), an unsigned 32-bit integer. */
  readonly salt: number;
};

/** Markets on one question or occasion, as Kalshi groups them. */
export type SimulatedEvent = {
  readonly ticker: string;
  readonly title: string;
  readonly subTitle: string;
  readonly mutuallyExclusive: boolean;
  readonly series: SimulatedSeries;
  readonly markets: readonly SimulatedMarket[];
};

export type SimulatedSeries = {
  readonly ticker: string;
  readonly title: string;
  /** One of Kalshi's categories, in its spelling. */
  readonly category: string;
  readonly frequency: string;
  readonly tags: readonly string[];
  readonly sourceName: string;
};
