import type { Agent, AgentHistoryEntry, AgentStats } from '@coliseum/domain/agent';
import { AbstainReason, BetOutcome, BetResult, BetStatus, Decision, Side, type Bet } from '@coliseum/domain/bet';
import { BatchStatus, type DailyBatch } from '@coliseum/domain/daily-batch';
import { BriefStatus, EventOutcome, EventStatus, LockedPriceBasis, type ArenaEvent } from '@coliseum/domain/event';
import { FeeRule } from '@coliseum/domain/fee-rule';
import type { Id } from '@coliseum/domain/id';
import { LedgerKind, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { matchDateOf } from '@coliseum/domain/match-date';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { RunStatus, StageName, type PipelineRun } from '@coliseum/domain/pipeline-run';
import { formatMicros } from '@coliseum/domain/price';
import type { Season } from '@coliseum/domain/season';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** Any domain model that its schema allows, with the edges a database gets wrong: empty lists, nulls, 53-bit integers. */
const id: Arbitrary<Id> = fc.stringMatching(/^[0-9a-f]{24}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const date = fc.date({ min: new Date('2024-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const matchDate = date.map(matchDateOf);
const price = fc.integer({ min: 0, max: 1_000_000 }).map(formatMicros);
const cents = fc.maxSafeInteger();
const amount = fc.maxSafeNat();
const count = fc.nat({ max: 2 ** 31 - 1 });
const percent = fc
  .oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);

function record<T>(fields: { [Field in keyof T]: Arbitrary<T[Field]> }): Arbitrary<T> {
  return fc.record(fields, { noNullPrototype: true });
}

function nullable<T>(value: Arbitrary<T>): Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

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
  displayColor: fc.constant('#1f8549'),
  displayColorText: fc.constant('#ffffff'),
  avatarInitials: text,
  rosterOrder: count,
  startingBankrollCents: amount,
  currentBankrollCents: cents,
  reservedCents: amount,
  totalPnlCents: cents,
  stats,
  history: fc.array(historyEntry, { maxLength: 3 }),
  createdAt: date,
  updatedAt: date,
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
  capApplied: fc.constantFrom('per_event', 'available', null),
  reservedCents: amount,
  lockedPriceAtBet: price,
  feeRule: fc.constantFrom(...FeeRule.options),
  probability: nullable(price),
  confidence: nullable(percent),
  reasoningTrace: text,
  promptSystem: text,
  promptUser: text,
  rawOutput: text,
  servedModel: nullable(text),
  usage: nullable(
    record({
      promptTokens: count,
      completionTokens: count,
      reasoningTokens: count,
      costMicroDollars: nullable(amount),
    }),
  ),
  latencyMs: nullable(amount),
  status: fc.constantFrom(...BetStatus.options),
  pnlCents: nullable(cents),
  feeCents: nullable(amount),
  outcome: nullable(fc.constantFrom(...BetOutcome.options)),
  createdAt: date,
  settledAt: nullable(date),
});

export const anyEvent: Arbitrary<ArenaEvent> = record({
  id,
  batchId: id,
  matchDate,
  matchNumber: count,
  kalshiTicker: text,
  kalshiEventTicker: text,
  title: text,
  question: text,
  resolutionCriteria: text,
  category: text,
  kalshiCategory: text,
  selectionReason: text,
  lockedPrice: price,
  lockedPriceBasis: fc.constantFrom(...LockedPriceBasis.options),
  lockedBid: nullable(price),
  lockedAsk: nullable(price),
  lockedLast: nullable(price),
  lockedAt: date,
  closeTime: date,
  expectedResolutionTime: date,
  status: fc.constantFrom(...EventStatus.options),
  outcome: nullable(fc.constantFrom(...EventOutcome.options)),
  settlementValue: nullable(price),
  settledAt: nullable(date),
  intelligenceBrief: text,
  briefStatus: fc.constantFrom(...BriefStatus.options),
  sources: fc.array(
    record({ number: count, title: text, url: text, publishedAt: nullable(date), carriesOdds: fc.boolean() }),
    { maxLength: 3 },
  ),
  researchCompletedAt: date,
  createdAt: date,
});

export const anyBatch: Arbitrary<DailyBatch> = record({
  id,
  date: matchDate,
  triggerTime: date,
  lockedAt: date,
  status: fc.constantFrom(...BatchStatus.options),
  eventIds: fc.array(id, { maxLength: 5 }),
  weekNumber: count,
  personaName: text,
  feeRule: fc.constantFrom(...FeeRule.options),
  costMicroDollars: amount,
  createdAt: date,
  completedAt: nullable(date),
});

export const anyPersonaWeek: Arbitrary<PersonaWeek> = record({
  id,
  weekNumber: count,
  startDate: matchDate,
  endDate: matchDate,
  personaName: text,
  configFile: text,
  description: text,
  config: record({
    name: fc.constant('Contrarian'),
    description: fc.constant('Bets against the crowd.'),
    version: fc.constant('1.0'),
    risk_tolerance: fc.constantFrom('low', 'medium', 'high'),
    confidence_threshold: percent,
    max_bet_percentage: fc.integer({ min: 1, max: 10 }),
    decision_framework: fc.constant('Look for overreaction.'),
    evaluation_criteria: fc.array(fc.constantFrom('edge', 'crowd'), { minLength: 1, maxLength: 3 }),
    prompt_template: fc.constant('You are {{name}}.'),
  }),
  active: fc.boolean(),
  createdAt: date,
});

export const anyRun: Arbitrary<PipelineRun> = record({
  id,
  date: matchDate,
  status: fc.constantFrom(...RunStatus.options),
  stage: nullable(fc.constantFrom(...StageName.options)),
  stages: fc.array(
    record({
      name: fc.constantFrom(...StageName.options),
      startedAt: date,
      finishedAt: nullable(date),
      durationMs: nullable(amount),
      counts: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), count, { noNullPrototype: true }),
      costMicroDollars: amount,
    }),
    { maxLength: 3 },
  ),
  attempts: count,
  reason: nullable(text),
  errors: fc.array(text, { maxLength: 3 }),
  checkpoint: nullable(text),
  batchId: nullable(id),
  leaseOwner: nullable(text),
  leaseExpiresAt: nullable(date),
  startedAt: date,
  finishedAt: nullable(date),
  updatedAt: date,
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

export const anySeason: Arbitrary<Season> = record({
  key: text,
  seed: text,
  days: count,
  startDate: matchDate,
  marketsFile: nullable(text),
  status: fc.constantFrom('running', 'finished'),
  createdAt: date,
});
