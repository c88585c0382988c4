import { assertNever } from '@coliseum/domain/assert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { callQueue } from './call-queue.ts';
import {
  isJobName,
  jobCatalogue,
  type JobCatalogue,
  type JobDefinition,
  type JobName,
  type JobPayloads,
} from './catalogue.ts';
import type { QueueConnection } from './connection.ts';
import { readPayload, type StoredJob } from './read-payload.ts';

/** What a handler returns. `again`: run the same job again after the delay, without spending an attempt. */
export type JobResult = { readonly outcome: 'done' } | { readonly outcome: 'again'; readonly delayMs: number };

/** One handler for each kind of job. Only an AppError marked as retryable is retried: nothing else goes away by itself. */
export type JobHandlers = { readonly [N in JobName]: (payload: JobPayloads[N]) => Promise<JobResult> };

/** The part of a logger the worker needs. */
export type WorkerLogger = {
  readonly debug: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

type ArenaWorkerOptions = {
  readonly connection: QueueConnection;
  readonly handlers: JobHandlers;
  /** The number of jobs that run at the same time. */
  readonly concurrency: number;
  readonly logger: WorkerLogger;
  readonly now?: () => Date;
  readonly catalogue?: JobCatalogue;
};

export type ArenaWorker = {
  /** Returns when the queue server answers; fails with `QUEUE_UNAVAILABLE` after five seconds. */
  readonly waitUntilReady: () => Promise<void>;
  /** Takes no more jobs, and returns when the running ones have ended. */
  readonly close: () => Promise<void>;
};

/** Locks are renewed at half of this time. After it, the job of a dead worker goes to another one. */
const LOCK_DURATION_MS = 60_000;
const STALLED_CHECK_MS = 30_000;
const MAXIMUM_CRASHES = 5;

/** Starts working through the arena's jobs. The only place where a BullMQ worker is created. */
export function createArenaWorker(options: ArenaWorkerOptions): ArenaWorker {
  const { connection, handlers, concurrency, logger, now = () => new Date(), catalogue = jobCatalogue } = options;

  const processJob = async (job: Job<unknown, void>, token?: string): Promise<void> => {
    const result = await runJob(catalogue, handlers, job);
    if (result.outcome === 'done') return;
    await job.moveToDelayed(now().getTime() + result.delayMs, token);
    throw new DelayedError();
  };

  const worker = connection.openWorker(processJob, {
    concurrency,
    lockDuration: LOCK_DURATION_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAXIMUM_CRASHES,
  });
  worker.on('active', (job) => logger.debug(toLogFields(job), 'Job started'));
  worker.on('completed', (job) => logger.debug(toLogFields(job), 'Job done'));
  worker.on('failed', (job, error) => logger.error({ ...(job && toLogFields(job)), err: error }, 'Job failed'));
  worker.on('stalled', (jobId) => logger.warn({ jobId }, 'Job taken over from a worker that died'));
  worker.on('error', (error) => logger.error({ err: error }, 'Queue connection failed'));

  return {
    waitUntilReady: async () => {
      await callQueue(connection, () => worker.waitUntilReady());
    },
    close: () => worker.close(),
  };
}

async function runJob(catalogue: JobCatalogue, handlers: JobHandlers, job: Job<unknown, void>) {
  if (!isJobName(job.name)) throw new UnrecoverableError(`Unknown job ${job.name}.`);
  try {
    return await dispatch(catalogue, handlers, job.name, job);
  } catch (error) {
    if (isAppError(error) && error.retryable) throw error;
    throw toUnrecoverableError(error);
  }
}

function dispatch(catalogue: JobCatalogue, handlers: JobHandlers, name: JobName, job: StoredJob): Promise<JobResult> {
  switch (name) {
    case 'run-day':
      return callHandler(catalogue[name], handlers[name], job);
    case 'settle-event':
      return callHandler(catalogue[name], handlers[name], job);
    case 'recheck-settled':
      return callHandler(catalogue[name], handlers[name], job);
    case 'look-up-control':
      return callHandler(catalogue[name], handlers[name], job);
    case 'audit':
      return callHandler(catalogue[name], handlers[name], job);
    case 'reconcile':
      return callHandler(catalogue[name], handlers[name], job);
    case 'publish-dataset':
      return callHandler(catalogue[name], handlers[name], job);
    default:
      return assertNever(name);
  }
}

async function callHandler<P>(
  definition: JobDefinition<P>,
  handle: (payload: P) => Promise<JobResult>,
  job: StoredJob,
): Promise<JobResult> {
  const payload = readPayload(definition, job);
  if (!payload.ok) throw new UnrecoverableError(payload.error);
  return handle(payload.value);
}

/** BullMQ tells by the class of an error that a job must not be retried. */
function toUnrecoverableError(cause: unknown): UnrecoverableError {
  const { message } = cause instanceof Error ? cause : { message: String(cause) };
  const error = new UnrecoverableError(isAppError(cause) ? `${cause.code}: ${message}` : message);
  error.cause = cause;
  return error;
}

function toLogFields(job: Job<unknown, void>): object {
  return { job: job.name, jobId: job.id, attempt: job.attemptsMade };
}
