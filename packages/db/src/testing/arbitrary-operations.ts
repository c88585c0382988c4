import { AlertChannel, AlertKind, type Alert } from '@coliseum/domain/alert';
import { ChangeReason, type ArenaState } from '@coliseum/domain/arena-state';
import { AbstainReason, Decision } from '@coliseum/domain/bet';
import { CandidateStatus, FilterReason, type CandidateList } from '@coliseum/domain/candidate-list';
import type { DayRecord } from '@coliseum/domain/day-record';
import { EventOutcome, LockedPriceBasis } from '@coliseum/domain/event';
import { FeeRule } from '@coliseum/domain/fee-rule';
import type { MarketSettlement } from '@coliseum/domain/market-settlement';
import type { OutcomeReceipt } from '@coliseum/domain/outcome-receipt';
import { CallPurpose, PaidService, type PaidCall } from '@coliseum/domain/paid-call';
import type { Receipt } from '@coliseum/domain/receipt';
import type { StoredAudit } from '@coliseum/domain/stored-audit';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { usage } from './arbitrary-players.ts';
import {
  amount,
  cents,
  count,
  date,
  nonEmptyText,
  id,
  matchDate,
  nullable,
  place,
  price,
  record,
  sha256,
  text,
  whole,
} from './arbitrary-values.ts';

const marketSettlement: Arbitrary<MarketSettlement> = record({
  outcome: fc.constantFrom(...EventOutcome.options),
  value: nullable(price),
  settledAt: date,
});

export const anyCandidateList: Arbitrary<CandidateList> = record({
  id,
  date: matchDate,
  listedAt: date,
  candidates: fc.array(
    record({
      ticker: nonEmptyText,
      eventTicker: nonEmptyText,
      question: text,
      category: text,
      status: fc.constantFrom(...CandidateStatus.options),
      filterReason: nullable(fc.constantFrom(...FilterReason.options)),
      rank: nullable(place),
      price: nullable(price),
      priceBasis: nullable(fc.constantFrom(...LockedPriceBasis.options)),
      bid: nullable(price),
      ask: nullable(price),
      last: nullable(price),
      volume24hHundredths: nullable(whole),
      openInterestHundredths: nullable(whole),
      closeTime: date,
      settlement: nullable(marketSettlement),
    }),
    { maxLength: 3 },
  ),
  drawn: fc.array(text, { maxLength: 5 }),
});

export const anyDayRecord: Arbitrary<DayRecord> = record({
  batchId: id,
  date: matchDate,
  lockedAt: date,
  weekNumber: place,
  personaName: text,
  feeRule: fc.constantFrom(...FeeRule.options),
  events: fc.array(
    record({
      eventId: id,
      ticker: nonEmptyText,
      category: text,
      price,
      closeTime: date,
      settlement: nullable(marketSettlement),
      amendments: fc.array(
        record({ at: date, previousOutcome: fc.constantFrom(...EventOutcome.options), previousValue: nullable(price) }),
        { maxLength: 2 },
      ),
      answers: fc.array(
        record({
          agentId: id,
          probability: nullable(price),
          decision: fc.constantFrom(...Decision.options),
          abstainReason: nullable(fc.constantFrom(...AbstainReason.options)),
          stakeCents: amount,
          pnlCents: nullable(cents),
          feeCents: nullable(amount),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
  candidates: fc.array(record({ ticker: nonEmptyText, price, settlement: nullable(marketSettlement) }), {
    maxLength: 3,
  }),
});

export const anyPaidCall: Arbitrary<PaidCall> = record({
  id,
  date: matchDate,
  service: fc.constantFrom(...PaidService.options),
  purpose: fc.constantFrom(...CallPurpose.options),
  requestSha256: sha256,
  eventId: nullable(id),
  agentId: nullable(id),
  model: nullable(text),
  startedAt: date,
  latencyMs: whole,
  usage: nullable(usage),
  costMicroDollars: nullable(whole),
  errorCode: nullable(text),
  answer: nullable(text),
  answerSha256: nullable(sha256),
  droppedAt: nullable(date),
});

export const anyAlert: Arbitrary<Alert> = record({
  id,
  cause: nonEmptyText,
  kind: fc.constantFrom(...AlertKind.options),
  title: text,
  text,
  raisedAt: date,
  deliveries: fc.array(
    record({
      channel: fc.constantFrom(...AlertChannel.options),
      attempts: count,
      deliveredAt: nullable(date),
      error: nullable(text),
    }),
    { maxLength: 2 },
  ),
});

export const anyReceipt: Arbitrary<Receipt> = record({
  id,
  date: matchDate,
  batchId: id,
  format: text,
  sequence: place,
  contentSha256: sha256,
  previousSha256: nullable(sha256),
  sha256,
  createdAt: date,
});

export const anyStoredAudit: Arbitrary<StoredAudit> = record({
  id,
  date: matchDate,
  auditedAt: date,
  durationMs: whole,
  ok: fc.boolean(),
  checked: record({ agents: count, events: count, bets: count, ledgerEntries: count, receipts: count }),
  problemCount: count,
  problems: fc.array(text, { maxLength: 3 }),
});

export const anyArenaState: Arbitrary<ArenaState> = record({
  revision: whole,
  changedAt: date,
  reason: fc.constantFrom(...ChangeReason.options),
  progressRevision: whole,
});

export const anyOutcomeReceipt: Arbitrary<OutcomeReceipt> = record({
  id,
  eventId: id,
  number: count,
  format: text,
  sequence: place,
  contentSha256: sha256,
  previousSha256: nullable(sha256),
  sha256,
  createdAt: date,
});
