import type { StoredAudit } from '@coliseum/domain/stored-audit';
import { fromStoredAuditRow, toStoredAuditDocument } from '../documents/stored-audit-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';

export type AuditRepository = {
  /** Replaces the audit of its date, which keeps its id, or inserts a new one. */
  save(audit: StoredAudit): Promise<void>;
  /** The audit of the latest date. */
  findLatest(): Promise<StoredAudit | null>;
};

const COLLECTION = 'audits';

export function createAuditRepository({ read, write }: Store): AuditRepository {
  const newestFirst = read.audits.orderBy({ date: -1 });
  return {
    save: async (audit) => {
      const { _id, date, ...fields } = toStoredAuditDocument(audit);
      await write.collection(COLLECTION).updateOne({ date }, { $set: fields, $setOnInsert: { _id } }, { upsert: true });
    },
    findLatest: async () => mapOptional(await newestFirst.first(), fromStoredAuditRow),
  };
}
