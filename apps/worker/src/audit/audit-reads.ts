import type { Repositories } from '@coliseum/db/repositories/create-repositories';

/** The reads of the audit, which never writes. */
export type AuditReads = {
  readonly agents: Pick<Repositories['agents'], 'list'>;
  readonly batches: Pick<Repositories['batches'], 'stream'>;
  readonly bets: Pick<Repositories['bets'], 'stream'>;
  readonly candidateLists: Pick<Repositories['candidateLists'], 'stream'>;
  readonly dayRecords: Pick<Repositories['dayRecords'], 'stream'>;
  readonly events: Pick<Repositories['events'], 'stream'>;
  readonly ledger: Pick<Repositories['ledger'], 'stream'>;
  readonly paidCalls: Pick<Repositories['paidCalls'], 'stream'>;
  readonly personas: Pick<Repositories['personas'], 'list'>;
  readonly receipts: Pick<Repositories['receipts'], 'stream'>;
};
