import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { DayReads } from '@coliseum/receipts/read-day';

/** What the API reads from the database. It writes nothing. */
export type ArenaReads = DayReads & {
  /** How far the data has come: while the revision is the same, so is every answer. */
  readonly arenaState: Pick<Repositories['arenaState'], 'get'>;
  readonly agents: Pick<Repositories['agents'], 'list'>;
  readonly batches: Pick<
    Repositories['batches'],
    'list' | 'listByDates' | 'findByDate' | 'count' | 'findLatest' | 'findById'
  >;
  readonly events: Pick<
    Repositories['events'],
    'findById' | 'findManyByIds' | 'listSummariesByBatches' | 'listSettledSince' | 'listUnsettled'
  >;
  readonly bets: Pick<Repositories['bets'], 'listByEvent' | 'listSummariesByBatches'>;
  readonly personas: Pick<Repositories['personas'], 'findActive' | 'findByWeek' | 'listLatest' | 'count'>;
  readonly receipts: Pick<Repositories['receipts'], 'listByDates'>;
  readonly runs: Pick<Repositories['runs'], 'list' | 'count' | 'findByDate'>;
  readonly candidateLists: Pick<Repositories['candidateLists'], 'findByDate'>;
  readonly audits: Pick<Repositories['audits'], 'findLatest'>;
  readonly paidCalls: Pick<Repositories['paidCalls'], 'listBetween'>;
};
