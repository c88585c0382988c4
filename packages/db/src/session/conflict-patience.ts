import { AppError } from '@coliseum/domain/errors/app-error';

/**
 * How long a write waits for another writer's transaction. A process that is killed leaves its transaction open, and the
 * server ends it after `transactionLifetimeLimitSeconds` (60 by default), for which it looks at half of that time only:
 * after 90 seconds at the latest. Source: manual, "Production Considerations" of transactions.
 */
const PATIENCE_MS = 120_000;
/** Of competing transactions at least one commits in each round, so living writers let go long before this. */
const CONTENTION_MS = 5_000;
const SHORTEST_DELAY_MS = 2;
const LONGEST_DELAY_MS = 1_000;
const NOTICE_EVERY_MS = 15_000;

/** Told that a write still waits for another writer's transaction, after 5 seconds and every 15 from then on. */
export type OnConflictWait = (wait: { readonly waitedMs: number; readonly patienceMs: number }) => void;

export type ConflictPatienceOptions = {
  readonly sleep: (delayMs: number) => Promise<void>;
  readonly onConflictWait: OnConflictWait;
  /** Aborted when the process is to end: then nothing waits longer than for writers that are alive. */
  readonly stopping: AbortSignal;
};

/** Waits before the next attempt of a write that lost. Throws `DATABASE_CONFLICT` (retryable) when patience is over. */
export type ConflictPatience = { readonly wait: (cause: unknown) => Promise<void> };

/** The patience of one write, from its first attempt on. Its delays grow from 2 ms to a second. */
export function createConflictPatience({ sleep, onConflictWait, stopping }: ConflictPatienceOptions): ConflictPatience {
  let waitedMs = 0;
  let delayMs = SHORTEST_DELAY_MS;
  let nextNoticeMs = CONTENTION_MS;
  return {
    wait: async (cause) => {
      if (waitedMs >= (stopping.aborted ? CONTENTION_MS : PATIENCE_MS)) throw createExhaustedError(waitedMs, cause);
      if (waitedMs >= nextNoticeMs) {
        onConflictWait({ waitedMs, patienceMs: PATIENCE_MS });
        nextNoticeMs += NOTICE_EVERY_MS;
      }
      await sleep(delayMs);
      waitedMs += delayMs;
      delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS);
    },
  };
}

function createExhaustedError(waitedMs: number, cause: unknown): AppError {
  const seconds = Math.round(waitedMs / 1_000);
  return new AppError({
    code: 'DATABASE_CONFLICT',
    message: `Another writer's transaction held the same documents for ${seconds} seconds. Try again later. If this repeats, end the transaction on the server, or lower its transactionLifetimeLimitSeconds.`,
    retryable: true,
    cause,
    details: { waitedMs },
  });
}
