import type { PaidCall } from '@coliseum/domain/paid-call';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromUsage, toUsage } from './usage-document.ts';
import { fromInt64, mapOptional, toInt64, toObjectId } from './values.ts';

export function toPaidCallDocument(call: PaidCall): StoredDocument<'PaidCall'> {
  return {
    _id: toObjectId(call.id),
    date: call.date,
    service: call.service,
    purpose: call.purpose,
    request_sha256: call.requestSha256,
    event_id: mapOptional(call.eventId, toObjectId),
    agent_id: mapOptional(call.agentId, toObjectId),
    model: call.model,
    started_at: call.startedAt,
    latency_ms: toInt64(call.latencyMs),
    usage: mapOptional(call.usage, toUsage),
    cost_micro_dollars: mapOptional(call.costMicroDollars, toInt64),
    error_code: call.errorCode,
    answer: call.answer,
    answer_sha256: call.answerSha256,
    dropped_at: call.droppedAt,
  };
}

/** Converts a row that was read with its answer or, to save the transfer, without it. */
export function fromPaidCallRow(
  row: Omit<StoredRow<'PaidCall'>, 'answer'> & { readonly answer?: string | null },
): PaidCall {
  return {
    id: row._id,
    date: row.date,
    service: row.service,
    purpose: row.purpose,
    requestSha256: row.request_sha256,
    eventId: row.event_id ?? null,
    agentId: row.agent_id ?? null,
    model: row.model ?? null,
    startedAt: row.started_at,
    latencyMs: fromInt64(row.latency_ms),
    usage: mapOptional(row.usage, fromUsage),
    costMicroDollars: mapOptional(row.cost_micro_dollars, fromInt64),
    errorCode: row.error_code ?? null,
    answer: row.answer ?? null,
    answerSha256: row.answer_sha256 ?? null,
    droppedAt: row.dropped_at ?? null,
  };
}
