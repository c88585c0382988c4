import type { StoredAudit } from '@coliseum/domain/stored-audit';
import type { AuditView } from '../views/audit-view.ts';
import { formatInstant } from './format-instant.ts';

/** What the latest audit came to, in public words: how many problems, and not which. */
export function buildAudit(audit: StoredAudit | null): AuditView {
  if (audit === null) return { status: null, audited_at: null, duration_ms: null, problems: null, checked: null };
  const { agents, events, bets, ledgerEntries, receipts } = audit.checked;
  return {
    status: audit.ok ? 'green' : 'red',
    audited_at: formatInstant(audit.auditedAt),
    duration_ms: audit.durationMs,
    problems: audit.problemCount,
    checked: { agents, events, bets, ledger_entries: ledgerEntries, receipts },
  };
}
