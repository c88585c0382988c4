import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromInt64, mapOptional, toInt64, toObjectId } from './values.ts';

export function toLedgerEntryDocument(entry: LedgerEntry): StoredDocument<'LedgerEntry'> {
  return {
    _id: toObjectId(entry.id),
    key: entry.key,
    kind: entry.kind,
    agent_id: toObjectId(entry.agentId),
    bet_id: mapOptional(entry.betId, toObjectId),
    event_id: mapOptional(entry.eventId, toObjectId),
    batch_id: mapOptional(entry.batchId, toObjectId),
    equity_delta_cents: toInt64(entry.equityDeltaCents),
    reserved_delta_cents: toInt64(entry.reservedDeltaCents),
    equity_after_cents: toInt64(entry.equityAfterCents),
    reserved_after_cents: toInt64(entry.reservedAfterCents),
    occurred_at: entry.occurredAt,
  };
}

export function fromLedgerEntryRow(row: StoredRow<'LedgerEntry'>): LedgerEntry {
  return {
    id: row._id,
    key: row.key,
    kind: row.kind,
    agentId: row.agent_id,
    betId: row.bet_id ?? null,
    eventId: row.event_id ?? null,
    batchId: row.batch_id ?? null,
    equityDeltaCents: fromInt64(row.equity_delta_cents),
    reservedDeltaCents: fromInt64(row.reserved_delta_cents),
    equityAfterCents: fromInt64(row.equity_after_cents),
    reservedAfterCents: fromInt64(row.reserved_after_cents),
    occurredAt: row.occurred_at,
  };
}
