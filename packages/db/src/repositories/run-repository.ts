import { isAppError } from '@coliseum/domain/errors/app-error';
import type { Id } from '@coliseum/domain/id';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { fromPipelineRunRow, toPipelineRunDocument } from '../documents/pipeline-run-document.ts';
import { optional } from '../documents/values.ts';
import type { Store } from '../store.ts';
import type { Page } from './batch-repository.ts';
import { collectRows, streamRows } from './map-rows.ts';
import { insertDocuments, updateDocuments } from './write-documents.ts';

export type LeaseRequest = {
  readonly date: MatchDate;
  readonly workerId: string;
  readonly now: Date;
  readonly leaseMs: number;
};

export type RunRepository = {
  findByDate(date: MatchDate): Promise<PipelineRun | null>;
  /** Latest date first. */
  list(page: Page): Promise<PipelineRun[]>;
  /** Throws `DATABASE_CONFLICT` when the date has a run already. */
  insert(run: PipelineRun): Promise<void>;
  update(run: PipelineRun): Promise<void>;
  /**
   * Takes or renews the right to play a date until `now + leaseMs`, in one atomic step, and returns its run: a new one
   * (`running`, no stage, no attempts) for a date without. Null while another worker's lease is not over.
   */
  acquireLease(request: LeaseRequest): Promise<PipelineRun | null>;
  /** Every run, oldest id first. */
  stream(): AsyncIterable<PipelineRun>;
};

const COLLECTION = 'pipeline_runs';

export function createRunRepository(store: Store, newId: () => Id): RunRepository {
  const { read, write } = store;
  return {
    findByDate: (date) => findRun(store, date),
    list: ({ limit, offset }) =>
      collectRows(read.pipeline_runs.orderBy({ date: -1 }).offset(offset).limit(limit).all(), fromPipelineRunRow),
    insert: (run) => insertDocuments<'PipelineRun'>(write, COLLECTION, [toPipelineRunDocument(run)]),
    update: (run) => updateDocuments<'PipelineRun'>(write, COLLECTION, [toPipelineRunDocument(run)]),
    acquireLease: (request) => acquireLease(store, request, newId),
    stream: () => streamRows(read.pipeline_runs.orderBy({ _id: 1 }).all(), fromPipelineRunRow),
  };
}

async function findRun({ read }: Store, date: MatchDate): Promise<PipelineRun | null> {
  return optional(await read.pipeline_runs.where({ date }).first(), fromPipelineRunRow);
}

async function acquireLease(store: Store, request: LeaseRequest, newId: () => Id): Promise<PipelineRun | null> {
  const { date, workerId, now, leaseMs } = request;
  const leaseExpiresAt = new Date(now.getTime() + leaseMs);
  const isFree = [{ lease_owner: null }, { lease_owner: workerId }, { lease_expires_at: { $lte: now } }];
  const lease = { lease_owner: workerId, lease_expires_at: leaseExpiresAt, updated_at: now };
  const { matchedCount } = await store.write.collection(COLLECTION).updateOne({ date, $or: isFree }, { $set: lease });
  if (matchedCount === 1) return ownRun(store, request);
  if ((await findRun(store, date)) !== null) return null;
  return startRun(store, { ...emptyRun(request, newId()), leaseOwner: workerId, leaseExpiresAt });
}

// Between taking the lease and reading the run, another worker may have taken over an expired one.
async function ownRun(store: Store, { date, workerId }: LeaseRequest): Promise<PipelineRun | null> {
  const run = await findRun(store, date);
  return run?.leaseOwner === workerId ? run : null;
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

function emptyRun({ date, now }: LeaseRequest, id: Id): PipelineRun {
  return {
    id,
    date,
    status: 'running',
    stage: null,
    stages: [],
    attempts: 0,
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
