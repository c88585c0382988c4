import type { StoredAudit } from '@coliseum/domain/stored-audit';
import type { StoredDocument, StoredRow } from '../contract/stored-document.ts';
import { fromInt64, toInt64, toObjectId } from './values.ts';

export function toStoredAuditDocument(audit: StoredAudit): StoredDocument<'StoredAudit'> {
  return {
    _id: toObjectId(audit.id),
    date: audit.date,
    audited_at: audit.auditedAt,
    duration_ms: toInt64(audit.durationMs),
    ok: audit.ok,
    checked: {
      agents: audit.checked.agents,
      events: audit.checked.events,
      bets: audit.checked.bets,
      ledger_entries: audit.checked.ledgerEntries,
      receipts: audit.checked.receipts,
    },
    problem_count: audit.problemCount,
    problems: audit.problems,
  };
}

export function fromStoredAuditRow(row: StoredRow<'StoredAudit'>): StoredAudit {
  const { agents, events, bets, ledger_entries: ledgerEntries, receipts } = row.checked;
  return {
    id: row._id,
    date: row.date,
    auditedAt: row.audited_at,
    durationMs: fromInt64(row.duration_ms),
    ok: row.ok,
    checked: { agents, events, bets, ledgerEntries, receipts },
    problemCount: row.problem_count,
    problems: [...row.problems],
  };
}
