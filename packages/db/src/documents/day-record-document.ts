import { AbstainReason, Decision } from '@coliseum/domain/bet';
import type { DayRecord, RecordedAnswer, RecordedCandidate, RecordedEvent } from '@coliseum/domain/day-record';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromAmendment, fromMarketSettlement, toAmendment, toMarketSettlement } from './outcome-documents.ts';
import { fromEmbeddedId, fromInt64, mapOptional, toInt64, toObjectId } from './values.ts';

/** A record has the id of its batch. */
export function toDayRecordDocument(record: DayRecord): StoredDocument<'DayRecord'> {
  return {
    _id: toObjectId(record.batchId),
    date: record.date,
    locked_at: record.lockedAt,
    week_number: record.weekNumber,
    persona_name: record.personaName,
    fee_rule: record.feeRule,
    events: record.events.map(toRecordedEvent),
    candidates: record.candidates.map(toRecordedCandidate),
  };
}

export function fromDayRecordRow(row: StoredRow<'DayRecord'>): DayRecord {
  return {
    batchId: row._id,
    date: row.date,
    lockedAt: row.locked_at,
    weekNumber: row.week_number,
    personaName: row.persona_name,
    feeRule: row.fee_rule,
    events: row.events.map(fromEvent),
    candidates: row.candidates.map(fromCandidate),
  };
}

type EventRow = StoredRow<'DayRecord'>['events'][number];
type AnswerRow = EventRow['answers'][number];

export function toRecordedEvent(event: RecordedEvent): StoredValueObject<'RecordedEvent'> {
  return {
    event_id: toObjectId(event.eventId),
    ticker: event.ticker,
    category: event.category,
    price: event.price,
    close_time: event.closeTime,
    settlement: mapOptional(event.settlement, toMarketSettlement),
    amendments: event.amendments.map(toAmendment),
    answers: event.answers.map(toAnswer),
  };
}

function fromEvent(row: EventRow): RecordedEvent {
  return {
    eventId: fromEmbeddedId(row.event_id),
    ticker: row.ticker,
    category: row.category,
    price: row.price,
    closeTime: row.close_time,
    settlement: mapOptional(row.settlement, fromMarketSettlement),
    amendments: row.amendments.map(fromAmendment),
    answers: row.answers.map(fromAnswer),
  };
}

function toAnswer(answer: RecordedAnswer): StoredValueObject<'RecordedAnswer'> {
  return {
    agent_id: toObjectId(answer.agentId),
    probability: answer.probability,
    decision: answer.decision,
    abstain_reason: answer.abstainReason,
    stake_cents: toInt64(answer.stakeCents),
    pnl_cents: mapOptional(answer.pnlCents, toInt64),
    fee_cents: mapOptional(answer.feeCents, toInt64),
  };
}

function fromAnswer(row: AnswerRow): RecordedAnswer {
  return {
    agentId: fromEmbeddedId(row.agent_id),
    probability: row.probability ?? null,
    decision: Decision.parse(row.decision),
    abstainReason: mapOptional(row.abstain_reason, (reason) => AbstainReason.parse(reason)),
    stakeCents: fromInt64(row.stake_cents),
    pnlCents: mapOptional(row.pnl_cents, fromInt64),
    feeCents: mapOptional(row.fee_cents, fromInt64),
  };
}

export function toRecordedCandidate({
  ticker,
  price,
  settlement,
}: RecordedCandidate): StoredValueObject<'RecordedCandidate'> {
  return { ticker, price, settlement: mapOptional(settlement, toMarketSettlement) };
}

function fromCandidate(row: StoredRow<'DayRecord'>['candidates'][number]): RecordedCandidate {
  return { ticker: row.ticker, price: row.price, settlement: mapOptional(row.settlement, fromMarketSettlement) };
}
