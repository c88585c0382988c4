import { Bet } from '@coliseum/domain/bet';
import { isErrorCode, type ErrorCode } from '@coliseum/domain/errors/codes';
import { ArenaEvent, BriefSource, BriefStatus, Quote } from '@coliseum/domain/event';
import { Id } from '@coliseum/domain/id';
import { z } from 'zod';
import { AgentStanding } from './betting/agent-standing.ts';

// A run's checkpoint stores these as JSON, with dates as ISO strings.
const Instant = z.coerce.date();

/** A selected market with its locked price: the fields of its future event, before there is a batch. */
export const SelectedMarket = ArenaEvent.pick({
  matchNumber: true,
  title: true,
  question: true,
  resolutionCriteria: true,
  category: true,
  kalshiCategory: true,
  selectionReason: true,
  lockedPrice: true,
  lockedPriceBasis: true,
  lockedBid: true,
  lockedAsk: true,
  lockedLast: true,
}).extend({
  eventId: Id,
  ticker: z.string(),
  eventTicker: z.string(),
  closeTime: Instant,
  announcedResolutionTime: Instant.nullable().default(null),
});
export type SelectedMarket = z.infer<typeof SelectedMarket>;

export const IngestionOutput = z.object({
  lockedAt: Instant,
  markets: z.array(SelectedMarket),
  /**
   * Every agent's standing at the lock, so that a settlement between a crash and resuming changes no prompt. Absent in
   * a dry run, which uses the current standing.
   */
  standings: z.array(AgentStanding).optional(),
});
export type IngestionOutput = z.infer<typeof IngestionOutput>;

export const EventBrief = z.object({
  eventId: Id,
  text: z.string(),
  status: BriefStatus,
  sources: z.array(BriefSource.extend({ publishedAt: Instant.nullable() })),
  completedAt: Instant,
});
export type EventBrief = z.infer<typeof EventBrief>;

export const ResearchOutput = z.object({ briefs: z.array(EventBrief) });
export type ResearchOutput = z.infer<typeof ResearchOutput>;

/** One agent's answer on one event: the fields of its future bet, before caps and without money. */
export const AgentAnswer = Bet.pick({
  agentId: true,
  eventId: true,
  decision: true,
  abstainReason: true,
  abstainDetail: true,
  requestedAmountCents: true,
  probability: true,
  confidence: true,
  promptSystem: true,
  promptUser: true,
  rawOutput: true,
  rejectedOutput: true,
  servedModel: true,
  usage: true,
  latencyMs: true,
}).extend({
  reasoning: z.string(),
  /** Code of the error behind an automatic abstention; null for none, and in checkpoints of older versions. */
  errorCode: z
    .custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code))
    .nullable()
    .default(null),
});
export type AgentAnswer = z.infer<typeof AgentAnswer>;

/** The quote of one of the day's markets after the last decision. */
export const DecisionQuote = Quote.extend({ eventId: Id, at: Instant });
export type DecisionQuote = z.infer<typeof DecisionQuote>;

/** One of the day's markets on which nothing may be bet any more, and why. */
export const OverMarket = z.object({ eventId: Id, why: z.string() });
export type OverMarket = z.infer<typeof OverMarket>;

export const BettingOutput = z.object({
  answers: z.array(AgentAnswer),
  quotes: z.array(DecisionQuote),
  /** As the exchange said at `checkedAt`. Both are absent in checkpoints of older versions. */
  over: z.array(OverMarket).optional(),
  checkedAt: Instant.optional(),
});
export type BettingOutput = z.infer<typeof BettingOutput>;

/** Fixed before the first stage. */
export type DayStart = { readonly date: string; readonly triggerTime: Date };

export type Ingested = DayStart & { readonly ingestion: IngestionOutput };
export type Researched = Ingested & { readonly research: ResearchOutput };
export type Decided = Researched & { readonly betting: BettingOutput };
