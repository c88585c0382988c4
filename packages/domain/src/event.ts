import { z } from 'zod';
import { Id } from './id.ts';
import { DecimalPrice } from './price.ts';

export const EventStatus = z.enum(['open', 'waiting_settlement', 'delayed', 'settled']);
export type EventStatus = z.infer<typeof EventStatus>;

export const EventOutcome = z.enum(['YES', 'NO', 'VOID', 'FRACTIONAL']);
export type EventOutcome = z.infer<typeof EventOutcome>;

/** `midpoint` of bid and ask, or the `last` trade where a side has no quote. */
export const LockedPriceBasis = z.enum(['midpoint', 'last']);
export type LockedPriceBasis = z.infer<typeof LockedPriceBasis>;

/** Whether all, some or none of a brief's sections have anything to say. */
export const BriefStatus = z.enum(['complete', 'partial', 'failed']);
export type BriefStatus = z.infer<typeof BriefStatus>;

export const BriefSource = z.object({
  /** As cited in the brief: [1], [2] … */
  number: z.int().positive(),
  title: z.string(),
  url: z.string(),
  publishedAt: z.date().nullable(),
  /** The source is a betting exchange, a sportsbook or an aggregator of odds. */
  carriesOdds: z.boolean(),
});
export type BriefSource = z.infer<typeof BriefSource>;

/** What a market quoted at an instant; a side without a quote is null. */
export const Quote = z.object({
  bid: DecimalPrice.nullable(),
  ask: DecimalPrice.nullable(),
  last: DecimalPrice.nullable(),
  at: z.date(),
});
export type Quote = z.infer<typeof Quote>;

/** An outcome that the exchange changed after the event was settled. */
export const Amendment = z.object({
  /** When the arena learned of the new outcome. */
  at: z.date(),
  previousOutcome: EventOutcome,
  previousValue: DecimalPrice.nullable(),
});
export type Amendment = z.infer<typeof Amendment>;

/** One match: a Kalshi market in a batch. A market enters one batch only, ever. */
export const ArenaEvent = z.object({
  id: Id,
  batchId: Id,
  /** Date of its batch. */
  matchDate: z.string(),
  /** 1 to 5 within its batch. */
  matchNumber: z.int().positive(),
  kalshiTicker: z.string().min(1),
  kalshiEventTicker: z.string().min(1),
  title: z.string(),
  question: z.string(),
  resolutionCriteria: z.string(),
  /** Given by the selector: see `Category`. Events older than the closed set have others. */
  category: z.string(),
  kalshiCategory: z.string(),
  selectionReason: z.string(),
  /** The YES price every agent bets at, strictly between 0 and 1. */
  lockedPrice: DecimalPrice,
  lockedPriceBasis: LockedPriceBasis,
  lockedBid: DecimalPrice.nullable(),
  lockedAsk: DecimalPrice.nullable(),
  lockedLast: DecimalPrice.nullable(),
  lockedAt: z.date(),
  /**
   * What the market quoted once the last agent had decided: it tells skill from news that came after the lock.
   * It pays nothing. Null where it could not be read.
   */
  decisionQuote: Quote.nullable(),
  /** When trading is expected to end. */
  closeTime: z.date(),
  /** When settlement is first asked for: two hours after the close. */
  expectedResolutionTime: z.date(),
  /**
   * When the exchange expects the outcome, as it said when it was last asked. Null where it says nothing, and for events
   * older than the field.
   */
  announcedResolutionTime: z.date().nullable(),
  status: EventStatus,
  outcome: EventOutcome.nullable(),
  /** What one YES contract paid; null while open and for VOID. */
  settlementValue: DecimalPrice.nullable(),
  /** When it was settled first; an amendment does not move it. */
  settledAt: z.date().nullable(),
  /** Why an operator declared it void at `settledAt`, as spectators read it; null where the exchange decided. */
  voidReason: z.string().nullable(),
  /** Earlier outcomes, oldest first; nearly always empty. */
  amendments: z.array(Amendment),
  intelligenceBrief: z.string(),
  /** SHA-256 of the brief's text, hexadecimal; null for events older than the field. */
  briefSha256: z.string().nullable(),
  briefStatus: BriefStatus,
  sources: z.array(BriefSource),
  researchCompletedAt: z.date(),
  createdAt: z.date(),
});
export type ArenaEvent = z.infer<typeof ArenaEvent>;

/** The fields of an event that lists, standings and charts need: neither its rules nor its brief. */
export type EventSummary = Pick<
  ArenaEvent,
  | 'id'
  | 'batchId'
  | 'matchNumber'
  | 'kalshiTicker'
  | 'title'
  | 'question'
  | 'category'
  | 'lockedPrice'
  | 'closeTime'
  | 'status'
  | 'outcome'
  | 'settlementValue'
  | 'settledAt'
  | 'amendments'
>;

/** Everything that a settlement changes of an event, except its status. */
export type EventSettlement = Pick<ArenaEvent, 'id' | 'outcome' | 'settlementValue' | 'settledAt' | 'voidReason'>;
