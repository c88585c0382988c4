import type { MatchDate } from '@coliseum/domain/match-date';

/** How a market ended: a refund, or what one YES contract paid in micros (1,000,000 = YES, 0 = NO). */
export type Settlement =
  | { readonly kind: 'void'; readonly settledAt: Date }
  | { readonly kind: 'value'; readonly valueMicros: number; readonly settledAt: Date };

/** One market of a match day. */
export type MatchEvent = {
  readonly id: string;
  readonly category: string;
  /** The locked YES price, strictly between 0 and 1,000,000. */
  readonly priceMicros: number;
  /** Null while the market is open. */
  readonly settlement: Settlement | null;
};

/** One batch with the agents' probabilities. */
export type MatchDay = {
  readonly date: MatchDate;
  readonly persona: string;
  readonly lockedAt: Date;
  readonly events: readonly MatchEvent[];
  /** By agent, for each event: its probability of YES in micros, or null for no valid answer. */
  readonly answers: ReadonlyMap<string, readonly (number | null)[]>;
};
