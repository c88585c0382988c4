import { z } from 'zod';
import { FeeRule } from './fee-rule.ts';
import { Id } from './id.ts';
import { Cents } from './money.ts';
import { DecimalPrice } from './price.ts';

export const Side = z.enum(['YES', 'NO']);
export type Side = z.infer<typeof Side>;

export const Decision = z.enum(['YES', 'NO', 'ABSTAIN']);
export type Decision = z.infer<typeof Decision>;

/** How money at stake ended. `EVEN`: a fractional settlement paid the side exactly its price. */
export const BetResult = z.enum(['WIN', 'LOSS', 'EVEN', 'VOID']);
export type BetResult = z.infer<typeof BetResult>;

export const BetOutcome = z.enum([...BetResult.options, 'ABSTAIN']);
export type BetOutcome = z.infer<typeof BetOutcome>;

export const BetStatus = z.enum(['pending', 'settled']);
export type BetStatus = z.infer<typeof BetStatus>;

/**
 * Why an agent has no stake on an event. `chosen` is a decision; every other one is a failure and never counts as one.
 * `broke` is stored whenever no stake was possible: the agent is broke, or too little of its bankroll is available.
 */
export const AbstainReason = z.enum([
  'chosen',
  'broke',
  'timeout',
  'refusal',
  'invalid_output',
  'rate_limited',
  'no_credit',
  'model_retired',
  'unavailable',
]);
export type AbstainReason = z.infer<typeof AbstainReason>;

/** What lowered a stake: the arena's cap on one event, the persona's cap on it, or what the agent had available. */
export const StakeCap = z.enum(['per_event', 'persona', 'available']);
export type StakeCap = z.infer<typeof StakeCap>;

export const BetUsage = z.object({
  promptTokens: z.int().nonnegative(),
  completionTokens: z.int().nonnegative(),
  reasoningTokens: z.int().nonnegative(),
  /** Null where the provider did not say. */
  costMicroDollars: z.int().nonnegative().nullable(),
});
export type BetUsage = z.infer<typeof BetUsage>;

/** One agent's answer on one event, money at stake or not. Unique by (batch, agent, event). */
export const Bet = z.object({
  id: Id,
  batchId: Id,
  agentId: Id,
  eventId: Id,
  decision: Decision,
  /** Null unless the decision is ABSTAIN. */
  abstainReason: AbstainReason.nullable(),
  /** What went wrong, in a sentence; null for a decision the agent took. */
  abstainDetail: z.string().nullable(),
  /** The stake; 0 for ABSTAIN. */
  amountWageredCents: Cents.nonnegative(),
  /** What the agent asked for before any cap. */
  requestedAmountCents: Cents.nonnegative(),
  /** The lowest of the caps, if the agent asked for more. */
  capApplied: StakeCap.nullable(),
  /** What the commit reserved: all the bet can lose. */
  reservedCents: Cents.nonnegative(),
  lockedPriceAtBet: DecimalPrice,
  feeRule: FeeRule,
  /** The agent's own probability of YES; null when it gave no valid one. */
  probability: DecimalPrice.nullable(),
  /** 0 to 100. */
  confidence: z.number().min(0).max(100).nullable(),
  reasoningTrace: z.string(),
  promptSystem: z.string(),
  promptUser: z.string(),
  rawOutput: z.string(),
  /** The first answer, where it could not be used and the agent was asked once more; else null. */
  rejectedOutput: z.string().nullable(),
  servedModel: z.string().nullable(),
  usage: BetUsage.nullable(),
  latencyMs: z.int().nonnegative().nullable(),
  status: BetStatus,
  pnlCents: Cents.nullable(),
  feeCents: Cents.nonnegative().nullable(),
  outcome: BetOutcome.nullable(),
  createdAt: z.date(),
  settledAt: z.date().nullable(),
});
export type Bet = z.infer<typeof Bet>;

/** The fields of a bet that its settlement and the record of its day need: without the prompts and texts, which are nearly all of its size. */
export type PlacedBet = Pick<
  Bet,
  | 'id'
  | 'batchId'
  | 'agentId'
  | 'eventId'
  | 'decision'
  | 'abstainReason'
  | 'probability'
  | 'amountWageredCents'
  | 'reservedCents'
  | 'lockedPriceAtBet'
  | 'feeRule'
>;

/** The fields of a bet that lists, standings and charts need: none of its texts. */
export type BetSummary = Pick<
  Bet,
  | 'id'
  | 'batchId'
  | 'agentId'
  | 'eventId'
  | 'decision'
  | 'abstainReason'
  | 'amountWageredCents'
  | 'probability'
  | 'pnlCents'
  | 'outcome'
>;

/**
 * A bet that carries money, however much else of it is known. Its stake is above 0: the commit stores no other, and the
 * payout refuses any other.
 */
export type StakedBet<Answer extends Pick<Bet, 'decision'> = Bet> = Answer & { readonly decision: Side };

export function isStakedBet<Answer extends Pick<Bet, 'decision'>>(answer: Answer): answer is StakedBet<Answer> {
  return answer.decision !== 'ABSTAIN';
}

/** How a bet ended: everything that a settlement changes, except its status. */
export type BetSettlement = {
  readonly id: Id;
  readonly outcome: BetOutcome;
  readonly pnlCents: number;
  readonly feeCents: number;
  readonly settledAt: Date;
};
