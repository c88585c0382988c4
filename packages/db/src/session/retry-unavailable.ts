import { isAppError } from '@coliseum/domain/errors/app-error';

/** The product requirements: three retries, then fail. Before each of them the driver looks for the server itself. */
export const RETRY_DELAYS_MS: readonly number[] = [250, 500, 1_000];

/** Runs an attempt again as long as it is worth it. */
export type Retry = <T>(attempt: () => Promise<T>) => Promise<T>;

/** Runs an attempt again, three times at most, that ended with `DATABASE_UNAVAILABLE`. For what can be done twice. */
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

/** Runs an attempt once: inside a transaction it is the transaction that runs again. */
export const runOnce: Retry = (attempt) => attempt();
