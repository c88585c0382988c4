import { BatchStatus, type DailyBatch } from '@coliseum/domain/daily-batch';
import { BriefStatus, EventOutcome, EventStatus, LockedPriceBasis, type ArenaEvent } from '@coliseum/domain/event';
import { FeeRule } from '@coliseum/domain/fee-rule';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { RunStatus, type PipelineRun } from '@coliseum/domain/pipeline-run';
import type { Season } from '@coliseum/domain/season';
import { StageName } from '@coliseum/domain/stage-name';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import {
  count,
  date,
  id,
  matchDate,
  nullable,
  percent,
  place,
  price,
  record,
  sha256,
  text,
  whole,
} from './arbitrary-values.ts';

export const anyEvent: Arbitrary<ArenaEvent> = record({
  id,
  batchId: id,
  matchDate,
  matchNumber: place,
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
  decisionQuote: nullable(record({ bid: nullable(price), ask: nullable(price), last: nullable(price), at: date })),
  closeTime: date,
  expectedResolutionTime: date,
  announcedResolutionTime: nullable(date),
  status: fc.constantFrom(...EventStatus.options),
  outcome: nullable(fc.constantFrom(...EventOutcome.options)),
  settlementValue: nullable(price),
  settledAt: nullable(date),
  voidReason: nullable(text),
  amendments: fc.array(
    record({ at: date, previousOutcome: fc.constantFrom(...EventOutcome.options), previousValue: nullable(price) }),
    { maxLength: 2 },
  ),
  intelligenceBrief: text,
  briefSha256: nullable(sha256),
  briefStatus: fc.constantFrom(...BriefStatus.options),
  sources: fc.array(
    record({ number: place, title: text, url: text, publishedAt: nullable(date), carriesOdds: fc.boolean() }),
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
  weekNumber: place,
  personaName: text,
  feeRule: fc.constantFrom(...FeeRule.options),
  personaCapPercent: nullable(fc.constantFrom(0.5, 4, 10)),
  costMicroDollars: whole,
  createdAt: date,
  completedAt: nullable(date),
});

export const anyPersonaWeek: Arbitrary<PersonaWeek> = record({
  id,
  weekNumber: place,
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
      durationMs: nullable(whole),
      counts: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), count, { noNullPrototype: true }),
      costMicroDollars: whole,
    }),
    { maxLength: 3 },
  ),
  attempts: count,
  timesPlayed: place,
  reason: nullable(text),
  errors: fc.array(
    record({
      code: fc.constantFrom('EXA_TIMEOUT', 'fewer_than_five_markets', 'timeout', 'UNKNOWN'),
      stage: nullable(fc.constantFrom(...StageName.options)),
      subject: nullable(text),
      message: text,
    }),
    { maxLength: 3 },
  ),
  checkpoint: nullable(text),
  batchId: nullable(id),
  leaseOwner: nullable(text),
  leaseExpiresAt: nullable(date),
  startedAt: date,
  finishedAt: nullable(date),
  updatedAt: date,
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
