import type { Database } from '@coliseum/db/database';
import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import type { ArenaContext } from '../arena/arena-context.ts';
import { LEASE_MS, releaseRun } from './run-record.ts';

/**
 * Saves the run while this worker holds the lease and, in the same transaction, whatever `alsoWrite` writes. Then counts
 * the progress. Throws RUN_IN_PROGRESS when another worker holds the lease.
 */
export type SaveRun = (run: PipelineRun, alsoWrite?: (repositories: Repositories) => Promise<void>) => Promise<void>;

export type LeasedRun = {
  /** The run as last saved. */
  readonly latest: () => PipelineRun;
  readonly save: SaveRun;
  readonly stopRenewing: () => void;
};

/**
 * Takes the lease of a day's run and keeps renewing it, so that another worker can take over soon after this one dies,
 * and never before. Throws BATCH_EXISTS when the day is already committed and RUN_IN_PROGRESS when another worker holds
 * the lease.
 */
export async function leaseDay(context: ArenaContext, date: string): Promise<LeasedRun> {
  const { clock, database, logger, processClock, settings } = context;
  if ((await database.batches.findByDate(date)) !== null) throw createBatchExistsError(date);
  const owner = settings.newLeaseOwner();
  const run = await database.runs.acquireLease({ date, workerId: owner, now: processClock.now(), leaseMs: LEASE_MS });
  if (run === null) throw createRunInProgressError(date);
  // Leases go by the database's clock. The run's record uses the arena's, which is simulated in a season.
  const startedAt = run.stages.length === 0 ? clock.now() : run.startedAt;
  let latest: PipelineRun = { ...run, startedAt, attempts: computeAttempt(run) };
  const save: SaveRun = async (saved, alsoWrite) => {
    latest = saved;
    await saveHeld(database, { run: saved, owner }, alsoWrite);
    // Nothing of the day depends on it, so the day goes on without it.
    await database.arenaState.raiseProgress().catch((error: unknown) => {
      logger.warn({ err: error, date }, 'progress of the match day not counted');
    });
  };
  if (run.status === 'completed') {
    // Another worker committed the day after the check above.
    await save(releaseRun(run));
    throw createBatchExistsError(date);
  }
  return { latest: () => latest, save, stopRenewing: keepLease(context, date, owner) };
}

async function saveHeld(
  database: Database,
  { run, owner }: { readonly run: PipelineRun; readonly owner: string },
  alsoWrite: Parameters<SaveRun>[1],
): Promise<void> {
  if (alsoWrite === undefined) return await database.runs.updateHeld(run, owner);
  await database.withTransaction(async (repositories) => {
    await repositories.runs.updateHeld(run, owner);
    await alsoWrite(repositories);
  });
}

/** The number of this attempt. After a worker has died its attempt is continued. */
function computeAttempt({ status, attempts }: PipelineRun): number {
  return status === 'running' && attempts > 0 ? attempts : attempts + 1;
}

function createBatchExistsError(date: string): AppError {
  const message = `Match day ${date} is already committed. A day is played only once.`;
  return new AppError({ code: 'BATCH_EXISTS', message, details: { date } });
}

function createRunInProgressError(date: string): AppError {
  const message = `Another worker is playing match day ${date}. If that worker has died, its lease expires within ${LEASE_MS / 1000} s.`;
  return new AppError({ code: 'RUN_IN_PROGRESS', message, retryable: true, details: { date } });
}

function keepLease({ database, logger }: ArenaContext, date: string, owner: string): () => void {
  const renew = (): void => {
    database.runs
      .renewLease({ date, workerId: owner, leaseMs: LEASE_MS })
      .catch((error: unknown) => logger.warn({ err: error, date }, 'lease renewal failed'));
  };
  const timer = setInterval(renew, LEASE_MS / 3);
  return () => clearInterval(timer);
}
