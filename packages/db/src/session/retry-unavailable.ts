import { isAppError } from '@coliseum/domain/errors/app-error';

/** Three retries, as the product requirements ask for. Before each of them the driver itself looks for the server. */
export const RETRY_DELAYS_MS: readonly number[] = [250, 500, 1_000];

/** Runs an attempt, and again as long as that may help. */
export type Retry = <T>(attempt: () => Promise<T>) => Promise<T>;

/** Repeats an attempt that failed with `DATABASE_UNAVAILABLE`, up to three times. Only for what may be done twice. */
export function createRetry(sleep: (delayMs: number) => Promise<void>): Retry {
  return async (attempt) => {
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (!isAppError(error, 'DATABASE_UNAVAILABLE')) throw error;
        await sleep(delayMs);
      }
    }
    return attempt();
  };
}

/** Runs an attempt once: inside a transaction, the whole transaction is repeated instead. */
export const runOnce: Retry = (attempt) => attempt();
