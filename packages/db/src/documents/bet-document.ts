import type { Bet, BetSummary, PlacedBet } from '@coliseum/domain/bet';
import type { BetToRecord } from '@coliseum/domain/build-day-record';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromUsage, toUsage } from './usage-document.ts';
import { fromInt64, mapOptional, toDouble, toInt64, toObjectId } from './values.ts';

export function toBetDocument(bet: Bet): StoredDocument<'Bet'> {
  return {
    _id: toObjectId(bet.id),
    batch_id: toObjectId(bet.batchId),
    agent_id: toObjectId(bet.agentId),
    event_id: toObjectId(bet.eventId),
    decision: bet.decision,
    abstain_reason: bet.abstainReason,
    abstain_detail: bet.abstainDetail,
    amount_wagered_cents: toInt64(bet.amountWageredCents),
    requested_amount_cents: toInt64(bet.requestedAmountCents),
    cap_applied: bet.capApplied,
    reserved_cents: toInt64(bet.reservedCents),
    locked_price_at_bet: bet.lockedPriceAtBet,
    fee_rule: bet.feeRule,
    probability: bet.probability,
    confidence: mapOptional(bet.confidence, toDouble),
    reasoning_trace: bet.reasoningTrace,
    prompt_system: bet.promptSystem,
    prompt_user: bet.promptUser,
    raw_output: bet.rawOutput,
    rejected_output: bet.rejectedOutput,
    served_model: bet.servedModel,
    usage: mapOptional(bet.usage, toUsage),
    latency_ms: mapOptional(bet.latencyMs, toInt64),
    status: bet.status,
    pnl_cents: mapOptional(bet.pnlCents, toInt64),
    fee_cents: mapOptional(bet.feeCents, toInt64),
    outcome: bet.outcome,
    created_at: bet.createdAt,
    settled_at: bet.settledAt,
  };
}

export function fromBetRow(row: StoredRow<'Bet'>): Bet {
  return {
    id: row._id,
    batchId: row.batch_id,
    agentId: row.agent_id,
    eventId: row.event_id,
    decision: row.decision,
    abstainReason: row.abstain_reason ?? null,
    abstainDetail: row.abstain_detail ?? null,
    amountWageredCents: fromInt64(row.amount_wagered_cents),
    requestedAmountCents: fromInt64(row.requested_amount_cents),
    capApplied: row.cap_applied ?? null,
    reservedCents: fromInt64(row.reserved_cents),
    lockedPriceAtBet: row.locked_price_at_bet,
    feeRule: row.fee_rule,
    probability: row.probability ?? null,
    confidence: row.confidence ?? null,
    reasoningTrace: row.reasoning_trace,
    promptSystem: row.prompt_system,
    promptUser: row.prompt_user,
    rawOutput: row.raw_output,
    rejectedOutput: row.rejected_output ?? null,
    servedModel: row.served_model ?? null,
    usage: mapOptional(row.usage, fromUsage),
    latencyMs: mapOptional(row.latency_ms, fromInt64),
    status: row.status,
    pnlCents: mapOptional(row.pnl_cents, fromInt64),
    feeCents: mapOptional(row.fee_cents, fromInt64),
    outcome: row.outcome ?? null,
    createdAt: row.created_at,
    settledAt: row.settled_at ?? null,
  };
}

/** The fields of a bet that its settlement needs. */
export const PLACED_BET_FIELDS = [
  '_id',
  'batch_id',
  'agent_id',
  'event_id',
  'decision',
  'abstain_reason',
  'probability',
  'amount_wagered_cents',
  'reserved_cents',
  'locked_price_at_bet',
  'fee_rule',
] as const;

/** The fields of a bet that the record of its day keeps. */
export const RECORDED_BET_FIELDS = [
  'agent_id',
  'event_id',
  'decision',
  'abstain_reason',
  'probability',
  'amount_wagered_cents',
  'pnl_cents',
  'fee_cents',
] as const;

export type RecordedBet = BetToRecord & Pick<Bet, 'eventId'>;

/** A bet that was read for the record of its day. */
export function fromRecordedBetRow(row: Pick<StoredRow<'Bet'>, (typeof RECORDED_BET_FIELDS)[number]>): RecordedBet {
  return {
    agentId: row.agent_id,
    eventId: row.event_id,
    decision: row.decision,
    abstainReason: row.abstain_reason ?? null,
    probability: row.probability ?? null,
    amountWageredCents: fromInt64(row.amount_wagered_cents),
    pnlCents: mapOptional(row.pnl_cents, fromInt64),
    feeCents: mapOptional(row.fee_cents, fromInt64),
  };
}

/** A bet that was read for its settlement. */
export function fromPlacedBetRow(row: Pick<StoredRow<'Bet'>, (typeof PLACED_BET_FIELDS)[number]>): PlacedBet {
  return {
    id: row._id,
    batchId: row.batch_id,
    agentId: row.agent_id,
    eventId: row.event_id,
    decision: row.decision,
    abstainReason: row.abstain_reason ?? null,
    probability: row.probability ?? null,
    amountWageredCents: fromInt64(row.amount_wagered_cents),
    reservedCents: fromInt64(row.reserved_cents),
    lockedPriceAtBet: row.locked_price_at_bet,
    feeRule: row.fee_rule,
  };
}

/** The fields of a {@link BetSummary}. */
export const BET_SUMMARY_FIELDS = [
  '_id',
  'batch_id',
  'agent_id',
  'event_id',
  'decision',
  'abstain_reason',
  'amount_wagered_cents',
  'probability',
  'pnl_cents',
  'outcome',
] as const;

/** A bet that was read without its texts. */
export function fromBetSummaryRow(row: Pick<StoredRow<'Bet'>, (typeof BET_SUMMARY_FIELDS)[number]>): BetSummary {
  return {
    id: row._id,
    batchId: row.batch_id,
    agentId: row.agent_id,
    eventId: row.event_id,
    decision: row.decision,
    abstainReason: row.abstain_reason ?? null,
    amountWageredCents: fromInt64(row.amount_wagered_cents),
    probability: row.probability ?? null,
    pnlCents: mapOptional(row.pnl_cents, fromInt64),
    outcome: row.outcome ?? null,
  };
}
