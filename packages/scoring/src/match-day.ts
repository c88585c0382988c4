import type { Side } from '@coliseum/domain/bet';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { MatchDate } from '@coliseum/domain/match-date';

/** How a market ended: a refund, or what one YES contract paid in micros (1,000,000 = YES, 0 = NO). */
export type Settlement =
  | { readonly kind: 'void'; readonly settledAt: Date }
  | { readonly kind: 'value'; readonly valueMicros: number; readonly settledAt: Date };

/** A market whose price was locked for a day, selected or not. */
export type PricedMarket = {
  /** The market's ticker. */
  readonly id: string;
  /** The locked YES price, strictly between 0 and 1,000,000. */
  readonly priceMicros: number;
  /** Null while the market is open. */
  readonly settlement: Settlement | null;
};

/** One market of a match day. It enters one batch only, ever. */
export type MatchEvent = PricedMarket & { readonly category: string };

/** What an answer staked: a positive number of cents on a side, charged by the rule that is stored with it. */
export type AnswerBet = { readonly side: Side; readonly stakeCents: number; readonly feeRule: FeeRule };

/** A valid answer (scoring.md S1): a probability of YES from 0 to 1,000,000, and a bet unless the agent abstained. */
export type Answer = { readonly probabilityMicros: number; readonly bet: AnswerBet | null };

/** One batch with everything scores are made of. */
export type MatchDay = {
  readonly date: MatchDate;
  readonly persona: string;
  readonly lockedAt: Date;
  /** What the baselines' bets of this day are charged by. */
  readonly feeRule: FeeRule;
  readonly events: readonly MatchEvent[];
  /** By agent, for each event: its answer, or null for no valid one. An agent that is not listed answered nothing. */
  readonly answers: ReadonlyMap<string, readonly (Answer | null)[]>;
  /** By agent, for each event: the neutral twin's probability in micros, or null for no valid one. Null on a day without twins. */
  readonly twins: ReadonlyMap<string, readonly (number | null)[]> | null;
  /** Every eligible market of the day, the selected ones included (scoring.md S6.3). Null on a day that recorded none. */
  readonly candidates: readonly PricedMarket[] | null;
};
