import type { Agent, AgentHistoryEntry, AgentStats } from '@coliseum/domain/agent';
import {
  AbstainReason,
  BetOutcome,
  BetResult,
  BetStatus,
  Decision,
  Side,
  StakeCap,
  type Bet,
  type BetUsage,
} from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { LedgerKind, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import {
  amount,
  cents,
  count,
  date,
  id,
  matchDate,
  nonEmptyText,
  nullable,
  percent,
  price,
  record,
  startingAmount,
  text,
  whole,
} from './arbitrary-values.ts';

const stats: Arbitrary<AgentStats> = record({
  totalBets: count,
  wins: count,
  losses: count,
  voids: count,
  evens: count,
  abstentions: count,
  noAnswers: count,
  stakedCents: amount,
  largestWinCents: amount,
  largestLossCents: amount.map((value) => 0 - value),
});

const historyEntry: Arbitrary<AgentHistoryEntry> = record({
  eventId: id,
  betId: id,
  decision: fc.constantFrom(...Side.options),
  amountCents: amount,
  pnlCents: cents,
  result: fc.constantFrom(...BetResult.options),
  settledAt: date,
});

export const anyAgent: Arbitrary<Agent> = record({
  id,
  name: text,
  modelSlug: text,
  family: nonEmptyText,
  displayColor: fc.constant('#1f8549'),
  displayColorText: fc.constant('#ffffff'),
  avatarInitials: text,
  rosterOrder: count,
  from: matchDate,
  until: nullable(matchDate),
  founding: fc.boolean(),
  startingBankrollCents: startingAmount,
  currentBankrollCents: cents,
  reservedCents: amount,
  totalPnlCents: cents,
  stats,
  history: fc.array(historyEntry, { maxLength: 3 }),
  createdAt: date,
  updatedAt: date,
});

export const usage: Arbitrary<BetUsage> = record({
  promptTokens: count,
  completionTokens: count,
  reasoningTokens: count,
  costMicroDollars: nullable(whole),
});

export const anyBet: Arbitrary<Bet> = record({
  id,
  batchId: id,
  agentId: id,
  eventId: id,
  decision: fc.constantFrom(...Decision.options),
  abstainReason: nullable(fc.constantFrom(...AbstainReason.options)),
  abstainDetail: nullable(text),
  amountWageredCents: amount,
  requestedAmountCents: amount,
  capApplied: nullable(fc.constantFrom(...StakeCap.options)),
  reservedCents: amount,
  lockedPriceAtBet: price,
  feeRule: fc.constantFrom(...FeeRule.options),
  probability: nullable(price),
  confidence: nullable(percent),
  reasoningTrace: text,
  promptSystem: text,
  promptUser: text,
  rawOutput: text,
  rejectedOutput: nullable(text),
  servedModel: nullable(text),
  usage: nullable(usage),
  latencyMs: nullable(whole),
  status: fc.constantFrom(...BetStatus.options),
  pnlCents: nullable(cents),
  feeCents: nullable(amount),
  outcome: nullable(fc.constantFrom(...BetOutcome.options)),
  createdAt: date,
  settledAt: nullable(date),
});

export const anyLedgerEntry: Arbitrary<LedgerEntry> = record({
  id,
  key: text,
  kind: fc.constantFrom(...LedgerKind.options),
  agentId: id,
  betId: nullable(id),
  eventId: nullable(id),
  batchId: nullable(id),
  equityDeltaCents: cents,
  reservedDeltaCents: cents,
  equityAfterCents: cents,
  reservedAfterCents: amount,
  occurredAt: date,
});
