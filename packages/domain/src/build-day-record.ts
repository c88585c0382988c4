import type { Bet } from './bet.ts';
import type { Candidate, CandidateList } from './candidate-list.ts';
import type { DailyBatch } from './daily-batch.ts';
import type { DayRecord, RecordedAnswer, RecordedCandidate, RecordedEvent } from './day-record.ts';
import type { ArenaEvent } from './event.ts';
import type { MarketSettlement } from './market-settlement.ts';

/** The fields of a bet that a record keeps. */
export type BetToRecord = Pick<
  Bet,
  'agentId' | 'probability' | 'decision' | 'abstainReason' | 'amountWageredCents' | 'pnlCents' | 'feeCents'
>;

/** The fields of an event that a record keeps. */
export type EventToRecord = Pick<
  ArenaEvent,
  | 'id'
  | 'kalshiTicker'
  | 'category'
  | 'lockedPrice'
  | 'closeTime'
  | 'outcome'
  | 'settlementValue'
  | 'settledAt'
  | 'amendments'
>;

type DayToRecord = {
  readonly batch: DailyBatch;
  /** In match order. */
  readonly events: readonly EventToRecord[];
  readonly bets: readonly (BetToRecord & Pick<Bet, 'eventId'>)[];
  /** Null for a day of a version that kept none. */
  readonly candidates: Pick<CandidateList, 'candidates'> | null;
};

/** Derives the record of a match day from what the arena stores of it. The same documents give the same record. */
export function buildDayRecord({ batch, events, bets, candidates }: DayToRecord): DayRecord {
  const betsByEvent = Map.groupBy(bets, ({ eventId }) => eventId);
  return {
    batchId: batch.id,
    date: batch.date,
    lockedAt: batch.lockedAt,
    weekNumber: batch.weekNumber,
    personaName: batch.personaName,
    feeRule: batch.feeRule,
    events: events.map((event) => buildRecordedEvent(event, betsByEvent.get(event.id) ?? [])),
    candidates: candidates === null ? [] : buildRecordedCandidates(candidates),
  };
}

/** The record of one event with all of its answers, as they are. */
export function buildRecordedEvent(event: EventToRecord, answers: readonly BetToRecord[]): RecordedEvent {
  return {
    eventId: event.id,
    ticker: event.kalshiTicker,
    category: event.category,
    price: event.lockedPrice,
    closeTime: event.closeTime,
    settlement: toSettlement(event),
    amendments: event.amendments,
    answers: answers.map(toRecordedAnswer).toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1)),
  };
}

function toSettlement({ outcome, settlementValue, settledAt }: EventToRecord): MarketSettlement | null {
  return outcome === null || settledAt === null ? null : { outcome, value: settlementValue, settledAt };
}

function toRecordedAnswer(bet: BetToRecord): RecordedAnswer {
  const { agentId, probability, decision, abstainReason, amountWageredCents, pnlCents, feeCents } = bet;
  return { agentId, probability, decision, abstainReason, stakeCents: amountWageredCents, pnlCents, feeCents };
}

/** The eligible markets with a price. */
export function buildRecordedCandidates({ candidates }: Pick<CandidateList, 'candidates'>): RecordedCandidate[] {
  return candidates.flatMap(buildRecordedCandidate);
}

function buildRecordedCandidate({ ticker, status, price, settlement }: Candidate): readonly RecordedCandidate[] {
  return status === 'filtered' || price === null ? [] : [{ ticker, price, settlement }];
}
