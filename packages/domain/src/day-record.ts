import { z } from 'zod';
import { AbstainReason, Decision } from './bet.ts';
import { Amendment } from './event.ts';
import { FeeRule } from './fee-rule.ts';
import { Id } from './id.ts';
import { MarketSettlement } from './market-settlement.ts';
import { MatchDate } from './match-date.ts';
import { Cents } from './money.ts';
import { DecimalPrice } from './price.ts';

/** One agent's answer on an event, without its texts. */
export const RecordedAnswer = z.object({
  agentId: Id,
  /** The agent's own probability of YES; null when it gave no valid one. */
  probability: DecimalPrice.nullable(),
  decision: Decision,
  /** Null unless the decision is ABSTAIN. */
  abstainReason: AbstainReason.nullable(),
  /** 0 for ABSTAIN. */
  stakeCents: Cents.nonnegative(),
  /** Null while the event is open. */
  pnlCents: Cents.nullable(),
  feeCents: Cents.nonnegative().nullable(),
});
export type RecordedAnswer = z.infer<typeof RecordedAnswer>;

export const RecordedEvent = z.object({
  eventId: Id,
  ticker: z.string().min(1),
  category: z.string(),
  /** The locked YES price. */
  price: DecimalPrice,
  closeTime: z.date(),
  /** Null while the event is open; as amended last. */
  settlement: MarketSettlement.nullable(),
  /** Earlier outcomes, oldest first. */
  amendments: z.array(Amendment),
  /** In order of the agents' ids. */
  answers: z.array(RecordedAnswer),
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

/** An eligible market of the day. */
export const RecordedCandidate = z.object({
  ticker: z.string().min(1),
  /** The YES price at the lock. */
  price: DecimalPrice,
  /** Of a market that the lot drew for the control and the selector did not select; null for others and while open. */
  settlement: MarketSettlement.nullable(),
});
export type RecordedCandidate = z.infer<typeof RecordedCandidate>;

/**
 * A match day as far as scores, boards and charts need it: no text, a few kilobytes. Derived from the batch, its events and
 * bets and the candidate list, and written with them. Unique by date.
 */
export const DayRecord = z.object({
  batchId: Id,
  date: MatchDate,
  lockedAt: z.date(),
  weekNumber: z.int().positive(),
  personaName: z.string(),
  /** What every bet of the day is charged by. */
  feeRule: FeeRule,
  /** In match order. */
  events: z.array(RecordedEvent),
  /** By ticker; empty for a day of a version that kept none. */
  candidates: z.array(RecordedCandidate),
});
export type DayRecord = z.infer<typeof DayRecord>;
