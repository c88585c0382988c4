import { assertNever } from '@coliseum/domain/assert';
import { isAppError, isServiceError } from '@coliseum/domain/errors/app-error';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { jobCatalogue } from '@coliseum/queue/catalogue';
import type { ArenaContext } from '../arena/arena-context.ts';
import { runDay } from '../pipeline/run-day.ts';

const { attempts: MAXIMUM_ATTEMPTS, retryDelayMs } = jobCatalogue['run-day'];

/**
 * Plays a match day as the queue would. Returns when to retry it after an outside service failed, or null when the day is
 * over. Skipped and given-up days are left alone. Throws errors that do not come from a service.
 */
export async function playDay(context: ArenaContext, date: string): Promise<Date | null> {
  const { runs } = context.database;
  const before = await runs.findByDate(date);
  if (before !== null && isOver(before)) return null;
  try {
    await runDay(context, date);
    return null;
  } catch (error) {
    if (isAppError(error, 'BATCH_EXISTS')) return null;
    if (!isServiceError(error, 'kalshi', 'openrouter', 'exa')) throw error;
    const failed = await runs.findByDate(date);
    return error.retryable && failed !== null ? findNextTry(failed) : null;
  }
}

/** When to retry a failed day; null for any other day, and after the last attempt. */
export function findNextTry({ status, attempts, finishedAt }: PipelineRun): Date | null {
  if (status !== 'failed' || finishedAt === null || attempts >= MAXIMUM_ATTEMPTS) return null;
  return new Date(finishedAt.getTime() + retryDelayMs * 2 ** (attempts - 1));
}

function isOver(run: PipelineRun): boolean {
  switch (run.status) {
    case 'completed':
    case 'skipped':
      return true;
    case 'failed':
      return findNextTry(run) === null;
    case 'running':
      return false;
    default:
      return assertNever(run.status);
  }
}
