import { isAppError } from '@coliseum/domain/errors/app-error';
import { computeBackoffMs, type BackoffRange } from './backoff.ts';
import type { Sleep } from './sleep.ts';

export type RetryPolicy = BackoffRange & {
  /** How often a call is retried after the first try. */
  readonly retries: number;
  /** If a server asks for a longer wait than this, its error is passed on instead. */
  readonly maxRetryAfterMs: number;
};

type RetryDependencies = {
  readonly policy: RetryPolicy;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
  /** How much time is left for the call. A wait that would use it up is not begun: the error is passed on instead. */
  readonly leftMs?: (() => number) | undefined;
};

/**
 * Retries `work` while it throws a retryable AppError, with backoff in between. A wait that the server asked for, the error's
 * `retryAfterMs`, is the minimum. Throws the last error.
 */
export async function withRetries<T>(
  dependencies: RetryDependencies,
  work: (attempt: number) => Promise<T>,
): Promise<T> {
  const { policy, sleep, signal, leftMs } = dependencies;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const delayMs = attempt < policy.retries ? computeRetryDelayMs(dependencies, error, attempt) : null;
      if (delayMs === null || delayMs >= (leftMs?.() ?? Number.POSITIVE_INFINITY)) throw error;
      await sleep(delayMs, signal);
    }
  }
}

function computeRetryDelayMs({ policy, random }: RetryDependencies, error: unknown, attempt: number): number | null {
  if (!isAppError(error) || !error.retryable) return null;
  const { retryAfterMs } = error;
  const jitterMs = computeBackoffMs(policy, attempt, random());
  if (retryAfterMs === null) return jitterMs;
  return retryAfterMs > policy.maxRetryAfterMs ? null : retryAfterMs + jitterMs;
}
