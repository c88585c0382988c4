import { AbstainReason, BetUsage, Decision } from '@coliseum/domain/bet';
import { BriefSource, BriefStatus, LockedPriceBasis, Quote } from '@coliseum/domain/event';
import { Id } from '@coliseum/domain/id';
import { DecimalPrice } from '@coliseum/domain/price';
import { z } from 'zod';

// The checkpoint of a run holds these as JSON: dates are written as ISO strings and read back by coercion.
const Instant = z.coerce.date();

/** A market that was picked, with the price every agent bets at. */
export const SelectedMarket = z.object({
  eventId: Id,
  matchNumber: z.int().positive(),
  ticker: z.string(),
  eventTicker: z.string(),
  title: z.string(),
  question: z.string(),
  resolutionCriteria: z.string(),
  category: z.string(),
  kalshiCategory: z.string(),
  selectionReason: z.string(),
  lockedPrice: DecimalPrice,
  lockedPriceBasis: LockedPriceBasis,
  lockedBid: DecimalPrice.nullable(),
  lockedAsk: DecimalPrice.nullable(),
  lockedLast: DecimalPrice.nullable(),
  closeTime: Instant,
});
export type SelectedMarket = z.infer<typeof SelectedMarket>;

export const IngestionOutput = z.object({ lockedAt: Instant, markets: z.array(SelectedMarket) });
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

/** One agent's answer on one event, before any cap on its stake. */
export const AgentAnswer = z.object({
  agentId: Id,
  eventId: Id,
  decision: Decision,
  abstainReason: AbstainReason.nullable(),
  abstainDetail: z.string().nullable(),
  requestedAmountCents: z.int().nonnegative(),
  probability: DecimalPrice.nullable(),
  confidence: z.number().nullable(),
  reasoning: z.string(),
  promptSystem: z.string(),
  promptUser: z.string(),
  rawOutput: z.string(),
  rejectedOutput: z.string().nullable(),
  servedModel: z.string().nullable(),
  usage: BetUsage.nullable(),
  latencyMs: z.int().nonnegative().nullable(),
});
export type AgentAnswer = z.infer<typeof AgentAnswer>;

/** What one of the day's markets quoted once the last agent had decided. */
export const DecisionQuote = Quote.extend({ eventId: Id, at: Instant });
export type DecisionQuote = z.infer<typeof DecisionQuote>;

export const BettingOutput = z.object({ answers: z.array(AgentAnswer), quotes: z.array(DecisionQuote) });
export type BettingOutput = z.infer<typeof BettingOutput>;

/** What is fixed before the first stage. */
export type DayStart = { readonly date: string; readonly triggerTime: Date };

export type Ingested = DayStart & { readonly ingestion: IngestionOutput };
export type Researched = Ingested & { readonly research: ResearchOutput };
export type Decided = Researched & { readonly betting: BettingOutput };
