import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromInt64, mapOptional, toDouble, toInt64, toObjectId } from './values.ts';

export function toDailyBatchDocument(batch: DailyBatch): StoredDocument<'DailyBatch'> {
  return {
    _id: toObjectId(batch.id),
    date: batch.date,
    trigger_time: batch.triggerTime,
    locked_at: batch.lockedAt,
    status: batch.status,
    event_ids: batch.eventIds.map(toObjectId),
    week_number: batch.weekNumber,
    persona_name: batch.personaName,
    fee_rule: batch.feeRule,
    persona_cap_percent: mapOptional(batch.personaCapPercent, toDouble),
    cost_micro_dollars: toInt64(batch.costMicroDollars),
    created_at: batch.createdAt,
    completed_at: batch.completedAt,
  };
}

export function fromDailyBatchRow(row: StoredRow<'DailyBatch'>): DailyBatch {
  return {
    id: row._id,
    date: row.date,
    triggerTime: row.trigger_time,
    lockedAt: row.locked_at,
    status: row.status,
    eventIds: [...row.event_ids],
    weekNumber: row.week_number,
    personaName: row.persona_name,
    feeRule: row.fee_rule,
    personaCapPercent: row.persona_cap_percent ?? null,
    costMicroDollars: fromInt64(row.cost_micro_dollars),
    createdAt: row.created_at,
    completedAt: row.completed_at ?? null,
  };
}
