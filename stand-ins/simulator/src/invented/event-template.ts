import type { SimulatedSeries, SimulatedStrike } from '../market/simulated-market.ts';
import type { RandomSource } from './random-source.ts';

/** A market before it has a schedule, a price or an outcome. */
export type MarketPlan = {
  /** The last part of the ticker, unique within the event: `T54`, `AVE`. */
  readonly code: string;
  readonly title: string;
  readonly yesSubTitle: string;
  /** What has to happen for YES, as the middle of "If …, then the market resolves to Yes." */
  readonly condition: string;
  readonly probability: number;
  readonly strike: SimulatedStrike | null;
};

export type EventPlan = {
  /** Follows the date in the event's ticker; '' when the series has one event a day. */
  readonly code: string;
  readonly title: string;
  readonly subTitle: string;
  /**
   * How the outcomes of the event's markets depend on each other: at most one of them is YES, or YES on one step of a ladder
   * (the likeliest first) implies YES on all before it, or nothing.
   */
  readonly outcomes: 'exclusive' | 'ladder' | 'independent';
  readonly markets: readonly MarketPlan[];
};

/** A kind of question that can be asked on any date. */
export type EventTemplate = {
  readonly series: SimulatedSeries;
  /** Like real games: the listed close is two weeks late and the expected expiration is what counts. */
  readonly listsLateClose: boolean;
  /** `longDate` is the day on which the market closes, in words: `Nov 22, 2026`. */
  readonly plan: (random: RandomSource, longDate: string) => EventPlan;
};
