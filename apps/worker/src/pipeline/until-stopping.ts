import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@coliseum/domain/errors/app-error';

/** How long the calls under way may take to be answered, and so kept, once the worker stops. */
const HAND_OVER_MS = 5_000;

/**
 * The result of `work`, unless the worker is told to stop meanwhile: then WORKER_STOPPING, as soon as `work` has ended or
 * `handOverMs` later, whichever comes first. Its result is dropped, as calls it still wanted to make were refused; the
 * answers it got are in the journal of paid calls.
 */
export async function untilStopping<T>(
  work: Promise<T>,
  stopping: AbortSignal,
  handOverMs: number = HAND_OVER_MS,
): Promise<T> {
  const settled = new AbortController();
  try {
    const result = await Promise.race([work, lateAfter(stopping, handOverMs, settled.signal)]);
    if (stopping.aborted) throw workerStopping();
    return result;
  } catch (error) {
    throw stopping.aborted ? workerStopping(error) : error;
  } finally {
    settled.abort();
  }
}

/** What ends a day that is handed over. */
export function workerStopping(cause?: unknown): AppError {
  const message = 'The worker stops. What was answered so far is kept; the next worker goes on from there.';
  return new AppError({ code: 'WORKER_STOPPING', message, retryable: true, cause });
}

/** Rejects `delayMs` after `stopping`; never settles once `settled`. */
async function lateAfter(stopping: AbortSignal, delayMs: number, settled: AbortSignal): Promise<never> {
  await new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    else stopping.addEventListener('abort', () => resolve(), { once: true, signal: settled });
  });
  await delay(delayMs, undefined, { signal: settled });
  throw workerStopping();
}
