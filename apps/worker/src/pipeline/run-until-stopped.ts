import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@coliseum/domain/errors/app-error';

/** How long running calls may take once the worker is stopping, so that their answers are stored. */
const HAND_OVER_MS = 5_000;

type HandOverOptions = {
  /** Resolves when no paid call is in flight. */
  readonly whenIdle: () => Promise<void>;
  readonly handOverMs?: number;
};

/**
 * Returns the result of `work`. If the worker has to stop first, throws WORKER_STOPPING once all running calls are
 * answered, at the latest after `handOverMs`. A result that arrives then is discarded, because later calls were
 * refused; the answers so far are in the journal of paid calls.
 */
export async function runUntilStopped<T>(
  work: Promise<T>,
  stopping: AbortSignal,
  { whenIdle, handOverMs = HAND_OVER_MS }: HandOverOptions,
): Promise<T> {
  const settled = new AbortController();
  const late = rejectAfterStop(stopping, handOverMs, settled.signal);
  try {
    const result = await Promise.race([work, late]);
    if (!stopping.aborted) return result;
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    if (!stopping.aborted) settled.abort();
  }
  await Promise.race([whenIdle(), late]).catch(() => {});
  settled.abort();
  throw createWorkerStoppingError();
}

/** Creates the error that ends a day that is handed over. */
export function createWorkerStoppingError(): AppError {
  const message = 'The worker is stopping. All answers so far are stored, and the next worker resumes from there.';
  return new AppError({ code: 'WORKER_STOPPING', message, retryable: true });
}

/** Rejects `delayMs` after `stopping` is aborted, unless `settled` is aborted first. */
async function rejectAfterStop(stopping: AbortSignal, delayMs: number, settled: AbortSignal): Promise<never> {
  await new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    else stopping.addEventListener('abort', () => resolve(), { once: true, signal: settled });
  });
  await delay(delayMs, undefined, { signal: settled });
  throw createWorkerStoppingError();
}
