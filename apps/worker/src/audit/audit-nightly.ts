import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { Clock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import { toMatchDate } from '@coliseum/domain/match-date';
import { MOST_STORED_PROBLEMS, type StoredAudit } from '@coliseum/domain/stored-audit';
import type { Logger } from '@coliseum/observability/logger';
import { verifyReceipts, type ReceiptReads } from '../receipts/verify-receipts.ts';
import type { AuditReads } from './audit-reads.ts';
import { audit } from './audit.ts';

/** An audit reads for seconds what a settlement changes in between. After so many changed readings the last one counts. */
const MOST_READINGS = 5;

export type AuditDependencies = {
  readonly database: AuditReads &
    ReceiptReads & {
      readonly audits: Pick<Repositories['audits'], 'save'>;
      readonly arenaState: Pick<Repositories['arenaState'], 'get'>;
      readonly newId: () => Id;
    };
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
};

/** Audits the books and the chain of receipts, and stores what came of it for everybody to see. */
export async function auditNightly({ database, clock, logger }: AuditDependencies): Promise<StoredAudit> {
  const startedAt = clock.now();
  const reading = await readUnchanged(database);
  const auditedAt = clock.now();
  const stored: StoredAudit = {
    id: database.newId(),
    date: toMatchDate(auditedAt),
    auditedAt,
    durationMs: Math.max(0, auditedAt.getTime() - startedAt.getTime()),
    ok: reading.problems.length === 0,
    checked: reading.checked,
    problemCount: reading.problems.length,
    problems: reading.problems.slice(0, MOST_STORED_PROBLEMS),
  };
  await database.audits.save(stored);
  const { ok, problemCount, problems } = stored;
  if (!ok) logger.error({ problemCount, firstProblem: problems[0] }, 'audit found problems in the books');
  return stored;
}

type Reading = { readonly checked: StoredAudit['checked']; readonly problems: readonly string[] };

/** Reads everything while nothing changes: a settlement in the middle would look like a difference. */
async function readUnchanged(database: AuditDependencies['database']): Promise<Reading> {
  for (let reading = 1; ; reading += 1) {
    const before = await database.arenaState.get();
    const result = await readOnce(database);
    const after = await database.arenaState.get();
    if (after.revision === before.revision || reading === MOST_READINGS) return result;
  }
}

async function readOnce(database: AuditDependencies['database']): Promise<Reading> {
  const books = await audit(database, () => {});
  const { verified, broken } = await verifyReceipts(database, () => {});
  const problems = broken === null ? books.problems : [...books.problems, `receipts: ${broken.detail}`];
  return { checked: { ...books.checked, receipts: verified }, problems };
}
