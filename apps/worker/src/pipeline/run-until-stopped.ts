import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@coliseum/domain/errors/app-error';

/** How long the calls under way may take to be answered, and so kept, once the worker stops. */
const HAND_OVER_MS = 5_000;

type HandOverOptions = {
  /** Done when no call is under way that would be paid for and lost. */
  readonly whenIdle: () => Promise<void>;
  readonly handOverMs?: number;
};

/**
 * The result of `work`, unless the worker is told to stop meanwhile: then WORKER_STOPPING, as soon as nothing is under
 * way any more or `handOverMs` later, whichever comes first. A result that comes then is dropped, as calls that it still
 * needed were refused; the answers it got are in the record of paid calls.
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

/** What ends a day that is handed over. */
export function createWorkerStoppingError(): AppError {
  const message = 'The worker stops. What was answered so far is kept; the next worker goes on from there.';
  return new AppError({ code: 'WORKER_STOPPING', message, retryable: true });
}

/** Rejects `delayMs` after `stopping`; says nothing any more once `settled`. */
async function rejectAfterStop(stopping: AbortSignal, delayMs: number, settled: AbortSignal): Promise<never> {
  await new Promise<void>((resolve) => {
    if (stopping.aborted) resolve();
    else stopping.addEventListener('abort', () => resolve(), { once: true, signal: settled });
  });
  await delay(delayMs, undefined, { signal: settled });
  throw createWorkerStoppingError();
}
