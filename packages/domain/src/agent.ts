import { z } from 'zod';
import { BetResult, Side } from './bet.ts';
import { Id } from './id.ts';
import { MatchDate } from './match-date.ts';
import { Cents } from './money.ts';

/** How many of its newest settled bets an agent's document carries; the whole history is the bets collection. */
export const AGENT_HISTORY_LENGTH = 50;

export const AgentStats = z.object({
  /** Settled and open bets with money at stake. */
  totalBets: z.int().nonnegative(),
  wins: z.int().nonnegative(),
  losses: z.int().nonnegative(),
  voids: z.int().nonnegative(),
  /** Settled bets whose side paid exactly its price. */
  evens: z.int().nonnegative(),
  /** Answers that chose to pass. */
  abstentions: z.int().nonnegative(),
  /** Automatic abstentions: a timeout, a refusal, an unusable answer. */
  noAnswers: z.int().nonnegative(),
  stakedCents: Cents.nonnegative(),
  largestWinCents: Cents.nonnegative(),
  largestLossCents: Cents.nonpositive(),
});
export type AgentStats = z.infer<typeof AgentStats>;

export const AgentHistoryEntry = z.object({
  eventId: Id,
  betId: Id,
  decision: Side,
  amountCents: Cents.positive(),
  pnlCents: Cents,
  result: BetResult,
  settledAt: z.date(),
});
export type AgentHistoryEntry = z.infer<typeof AgentHistoryEntry>;

export const Agent = z.object({
  id: Id,
  name: z.string().min(1),
  /** OpenRouter's slug of the model, unique among agents. */
  modelSlug: z.string().min(3),
  /** What it shares with the agents it replaced or was replaced by, with its colours and crest: `gpt`, `claude` and so on. */
  family: z.string().min(1),
  displayColor: z.string().regex(/^#[0-9a-f]{6}$/),
  displayColorText: z.string().regex(/^#[0-9a-f]{6}$/),
  avatarInitials: z.string().min(1).max(3),
  /** Place in the roster, from 1. An agent that replaced another has its place. */
  rosterOrder: z.int().positive(),
  /** The first day it is asked on. */
  from: MatchDate,
  /** The last day it is asked on; null while it is present. What it has at stake still settles afterwards. */
  until: MatchDate.nullable(),
  /** Whether the arena began with it (scoring.md S1). */
  founding: z.boolean(),
  startingBankrollCents: Cents.positive(),
  /** Settled equity. What is at stake is still in it. */
  currentBankrollCents: Cents,
  /** What open bets can lose at most; `available = current − reserved`. */
  reservedCents: Cents.nonnegative(),
  totalPnlCents: Cents,
  stats: AgentStats,
  /** Newest last, at most {@link AGENT_HISTORY_LENGTH}. */
  history: z.array(AgentHistoryEntry).max(AGENT_HISTORY_LENGTH),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Agent = z.infer<typeof Agent>;

/** An agent without its history: its name, balances and counts. */
export type AgentAccount = Omit<Agent, 'history'>;

/** An agent's account as it is now, with the history entries added since it was read. */
export type AccountChange = {
  readonly account: AgentAccount;
  readonly newHistory: readonly AgentHistoryEntry[];
};
