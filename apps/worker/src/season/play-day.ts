import { isAppError, type AppError } from '@coliseum/domain/errors/app-error';
import { jobCatalogue } from '@coliseum/queue/catalogue';
import type { PipelineContext } from '../pipeline/context.ts';
import { runDay } from '../pipeline/run-day.ts';

const { attempts: MAXIMUM_ATTEMPTS, retryDelayMs } = jobCatalogue['run-day'];

/**
 * Plays a day of a season as the queue would: null when there is nothing left to do, else when it is tried again after
 * an outside service failed. A day that was skipped or given up stays so. Throws what is no service's failure.
 */
export async function playDay(date: string, context: PipelineContext): Promise<Date | null> {
  const run = await context.database.runs.findByDate(date);
  const attemptsBefore = run?.attempts ?? 0;
  if (run?.status === 'completed' || run?.status === 'skipped') return null;
  if (run?.status === 'failed' && attemptsBefore >= MAXIMUM_ATTEMPTS) return null;
  try {
    await runDay(date, context);
    return null;
  } catch (error) {
    if (isAppError(error, 'BATCH_EXISTS')) return null;
    if (!isServiceFailure(error)) throw error;
    if (!error.retryable || attemptsBefore + 1 >= MAXIMUM_ATTEMPTS) return null;
    return new Date(context.clock.now().getTime() + retryDelayMs * 2 ** attemptsBefore);
  }
}

function isServiceFailure(error: unknown): error is AppError {
  return isAppError(error) && /^(?:KALSHI|OPENROUTER|EXA)_/.test(error.code);
}
