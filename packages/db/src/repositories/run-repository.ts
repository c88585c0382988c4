import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { fromPipelineRunRow, toPipelineRunDocument } from '../documents/pipeline-run-document.ts';
import { mapOptional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import type { Page } from './batch-repository.ts';
import { isBelow } from './filters.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments } from './write-documents.ts';

export type LeaseRequest = {
  readonly date: MatchDate;
  readonly workerId: string;
  /** For the record of the run. Leases go by the clock of the database, which all workers share. */
  readonly now: Date;
  readonly leaseMs: number;
};

export type RunRepository = {
  findByDate(date: MatchDate): Promise<PipelineRun | null>;
  /** Latest date first, or those before a date. */
  list(query: Page & { readonly before?: MatchDate | undefined }): Promise<PipelineRun[]>;
  /** How many there are, or how many are not before a date. */
  count(query?: { readonly notBefore: MatchDate }): Promise<number>;
  /**
   * Writes every field of the run if `leaseOwner` still holds its lease; the end of a lease that it keeps is left alone.
   * Throws `RUN_IN_PROGRESS` when another worker has taken it over: a worker that lost its lease can no longer change the
   * run.
   */
  updateHeld(run: PipelineRun, leaseOwner: string): Promise<void>;
  /**
   * Takes or renews the lease on a date for `leaseMs` from now, in one atomic step, and returns its run: a new one
   * (`running`, no stage, no attempts) for a date without one. Null while another worker's lease is still valid.
   */
  acquireLease(request: LeaseRequest): Promise<PipelineRun | null>;
  /** Lets a lease that is still held end `leaseMs` from now, and returns whether it was held. */
  renewLease(request: Omit<LeaseRequest, 'now'>): Promise<boolean>;
  /** Every run, oldest id first. */
  stream(): AsyncIterable<PipelineRun>;
};

const COLLECTION = 'pipeline_runs';

export function createRunRepository(store: Store, newId: () => Id): RunRepository {
  const { read } = store;
  return {
    findByDate: (date) => findRun(store, date),
    list: ({ limit, offset, before }) => {
      const latest = read.pipeline_runs.orderBy({ date: -1 });
      const asked = before === undefined ? latest : latest.where(isBelow('date', before));
      return collectRows(asked.offset(offset).limit(limit).all(), fromPipelineRunRow);
    },
    count: (query) => store.count(COLLECTION, query === undefined ? {} : { date: { $gte: query.notBefore } }),
    updateHeld: (run, leaseOwner) => updateHeld(store, run, leaseOwner),
    acquireLease: (request) => acquireLease(store, newId, request),
    renewLease: (request) => renewLease(store, request),
    stream: () => streamRows(read.pipeline_runs.orderBy({ _id: 1 }).all(), fromPipelineRunRow),
  };
}

async function findRun({ read }: Store, date: MatchDate): Promise<PipelineRun | null> {
  return mapOptional(await read.pipeline_runs.where({ date }).first(), fromPipelineRunRow);
}

async function updateHeld({ write }: Store, run: PipelineRun, leaseOwner: string): Promise<void> {
  const { _id, lease_expires_at, ...fields } = toPipelineRunDocument(run);
  const held = { _id, lease_owner: leaseOwner };
  const $set = run.leaseOwner === leaseOwner ? fields : { ...fields, lease_expires_at };
  const { matchedCount } = await write.collection(COLLECTION).updateOne(held, { $set });
  if (matchedCount === 1) return;
  const message = `Match day ${run.date} now belongs to another worker. The changes of this worker are discarded.`;
  throw new AppError({ code: 'RUN_IN_PROGRESS', message, retryable: true, details: { date: run.date } });
}

// `$$NOW` is the time of the database server: no worker's clock can end a lease early, or stretch it.
const IS_OVER = { $expr: { $lte: ['$lease_expires_at', '$$NOW'] } };

function buildLeaseEnd(leaseMs: number) {
  return { lease_expires_at: { $add: ['$$NOW', leaseMs] } };
}

async function renewLease({ write }: Store, { date, workerId, leaseMs }: Omit<LeaseRequest, 'now'>): Promise<boolean> {
  const held = { date, lease_owner: workerId };
  const { matchedCount } = await write.collection(COLLECTION).updateOne(held, [{ $set: buildLeaseEnd(leaseMs) }]);
  return matchedCount === 1;
}

async function acquireLease(store: Store, newId: () => Id, request: LeaseRequest): Promise<PipelineRun | null> {
  const { date, workerId, now, leaseMs } = request;
  const isFree = [{ lease_owner: null }, { lease_owner: workerId }, IS_OVER];
  const lease = { lease_owner: { $literal: workerId }, ...buildLeaseEnd(leaseMs), updated_at: now };
  const { matchedCount } = await store.write.collection(COLLECTION).updateOne({ date, $or: isFree }, [{ $set: lease }]);
  if (matchedCount === 1) return findRenewedRun(store, request);
  if ((await findRun(store, date)) !== null) return null;
  // An insert cannot ask the server for its time: the lease is over until it is renewed, and may be lost till then.
  const run = { ...createEmptyRun(request, newId()), leaseOwner: workerId, leaseExpiresAt: new Date(0) };
  return (await startRun(store, run)) === null ? null : findRenewedRun(store, request);
}

/**
 * A lease counts from when it was got: the server takes `$$NOW` from when the command arrived, and it may have waited
 * longer than a lease for the transaction of a dead worker. Meanwhile the lease may have gone to another worker.
 */
async function findRenewedRun(store: Store, request: LeaseRequest): Promise<PipelineRun | null> {
  if (!(await renewLease(store, request))) return null;
  const run = await findRun(store, request.date);
  return run?.leaseOwner === request.workerId ? run : null;
}

async function startRun({ write }: Store, run: PipelineRun): Promise<PipelineRun | null> {
  try {
    await insertDocuments<'PipelineRun'>(write, COLLECTION, [toPipelineRunDocument(run)]);
    return run;
  } catch (error) {
    // The unique date decides between two workers that both found no run.
    if (isAppError(error, 'DATABASE_CONFLICT')) return null;
    throw error;
  }
}

function createEmptyRun({ date, now }: LeaseRequest, id: Id): PipelineRun {
  return {
    id,
    date,
    status: 'running',
    stage: null,
    stages: [],
    attempts: 0,
    timesPlayed: 1,
    reason: null,
    errors: [],
    checkpoint: null,
    batchId: null,
    leaseOwner: null,
    leaseExpiresAt: null,
    startedAt: now,
    finishedAt: null,
    updatedAt: now,
  };
}
