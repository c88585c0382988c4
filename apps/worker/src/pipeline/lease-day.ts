import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { ArenaContext } from '../arena/arena-context.ts';
import { LEASE_MS, releaseRun } from './run-record.ts';

/**
 * Saves the run while the day is this worker's, and in the same transaction what belongs to it: a worker that was overtaken
 * writes neither over its successor's. Throws when the day is another's by now.
 */
export type SaveRun = (run: PipelineRun, alsoWrite?: (repositories: Repositories) => Promise<void>) => Promise<void>;

export type LeasedRun = {
  /** The run as it was last saved. */
  readonly latest: () => PipelineRun;
  readonly save: SaveRun;
  readonly stopRenewing: () => void;
};

/**
 * Makes a day this worker's own until it is done by taking the lease of its run. While the day is
 * played the lease is renewed, so that another worker takes over soon after this one dies, and never before.
 * Throws BATCH_EXISTS when the day is already committed and RUN_IN_PROGRESS when another worker plays it.
 */
export async function leaseDay(context: ArenaContext, date: string): Promise<LeasedRun> {
  const { clock, database, processClock, settings } = context;
  if ((await database.batches.findByDate(date)) !== null) throw createBatchExistsError(date);
  const owner = settings.newLeaseOwner();
  const run = await database.runs.acquireLease({ date, workerId: owner, now: processClock.now(), leaseMs: LEASE_MS });
  if (run === null) throw createRunInProgressError(date);
  // The lease lives on the machine's clock, the run's record on the arena's, which a season simulates.
  const startedAt = run.stages.length === 0 ? clock.now() : run.startedAt;
  let latest: PipelineRun = { ...run, startedAt, attempts: computeAttempt(run) };
  const save: SaveRun = async (next, alsoWrite) => {
    const leaseExpiresAt = new Date(processClock.now().getTime() + LEASE_MS);
    const saved = next.leaseOwner === null ? next : { ...next, leaseExpiresAt };
    latest = saved;
    if (alsoWrite === undefined) return await database.runs.updateHeld(saved, owner);
    await database.withTransaction(async (repositories) => {
      await repositories.runs.updateHeld(saved, owner);
      await alsoWrite(repositories);
    });
  };
  if (run.status === 'completed') {
    // Another worker committed the day after it was looked for.
    await save(releaseRun(run));
    throw createBatchExistsError(date);
  }
  return { latest: () => latest, save, stopRenewing: keepLease(context, date, owner) };
}

/** The number of this try. A day whose worker died goes on with the try that was under way. */
function computeAttempt({ status, attempts }: PipelineRun): number {
  return status === 'running' && attempts > 0 ? attempts : attempts + 1;
}

function createBatchExistsError(date: string): AppError {
  const message = `${date} already has its batch; a day is played once.`;
  return new AppError({ code: 'BATCH_EXISTS', message, details: { date } });
}

function createRunInProgressError(date: string): AppError {
  const message = `Another worker is playing ${date}; it is free again ${LEASE_MS / 1000} s after that worker last said it is alive.`;
  return new AppError({ code: 'RUN_IN_PROGRESS', message, retryable: true, details: { date } });
}

function keepLease({ database, processClock, logger }: ArenaContext, date: string, owner: string): () => void {
  const renew = (): void => {
    database.runs
      .renewLease({ date, workerId: owner, now: processClock.now(), leaseMs: LEASE_MS })
      .catch((error: unknown) => logger.warn({ err: error, date }, 'the lease of the day could not be renewed'));
  };
  const timer = setInterval(renew, LEASE_MS / 3);
  return () => clearInterval(timer);
}
