import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ClientSession } from 'mongodb';
import { hasErrorLabel, translateDatabaseError } from '../errors/translate-database-error.ts';
import { createConflictPatience, type ConflictPatienceOptions } from './conflict-patience.ts';
import { RETRY_DELAYS_MS } from './retry-unavailable.ts';

/** The part of the driver's session that a transaction needs. */
export type TransactionSession = Pick<
  ClientSession,
  'startTransaction' | 'commitTransaction' | 'abortTransaction' | 'endSession'
>;

type TransactionOptions<Session> = ConflictPatienceOptions & { readonly client: { startSession(): Session } };

/** How one attempt ended: with the value of its work, or rolled back because of an error. */
type Attempt<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Runs `work` in one transaction, and repeats it from the start when another writer won or the server went away.
 * It holds nothing while it waits for the next attempt. Throws `DATABASE_CONFLICT` (retryable) when it lost for two minutes,
 * and `DATABASE_UNAVAILABLE` when the server was away four times, or during the commit: then nobody knows whether it
 * committed. Any other error of `work` rolls back and is rethrown.
 */
export async function runTransaction<Session extends TransactionSession, T>(
  { client, ...options }: TransactionOptions<Session>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { sleep } = options;
  const patience = createConflictPatience(options);
  let outages = 0;
  for (;;) {
    const attempt = await attemptTransaction({ session: client.startSession(), sleep }, work);
    if ('value' in attempt) return attempt.value;
    const error = translateDatabaseError(attempt.error);
    if (isAppError(error, 'DATABASE_UNAVAILABLE')) {
      const delayMs = RETRY_DELAYS_MS[outages];
      if (delayMs === undefined) throw error;
      outages += 1;
      await sleep(delayMs);
    } else if (hasErrorLabel(error, 'TransientTransactionError')) {
      await patience.wait(error);
    } else {
      throw error;
    }
  }
}

type AttemptSession<Session> = {
  readonly session: Session;
  readonly sleep: (delayMs: number) => Promise<void>;
};

async function attemptTransaction<Session extends TransactionSession, T>(
  { session, sleep }: AttemptSession<Session>,
  work: (session: Session) => Promise<T>,
): Promise<Attempt<T>> {
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    const worked = await captureAttempt(work(session));
    if ('error' in worked) {
      // The first failure is the one that matters. The server drops a transaction that can no longer be aborted.
      await session.abortTransaction().catch(() => undefined);
      return worked;
    }
    const refusal = await commit(session, sleep);
    return refusal === null ? worked : { error: refusal };
  } finally {
    await session.endSession();
  }
}

async function captureAttempt<T>(work: Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}

/**
 * Commits, and repeats the commit when the reply is lost: a server that has already committed says so again. Returns the error
 * with which the server rolled the transaction back, or null. Throws when nobody knows what the server did.
 */
async function commit(session: TransactionSession, sleep: (delayMs: number) => Promise<void>): Promise<unknown> {
  for (let lost = 0; ; lost += 1) {
    try {
      await session.commitTransaction();
      return null;
    } catch (failure) {
      if (hasErrorLabel(failure, 'TransientTransactionError')) return failure;
      const error = translateDatabaseError(failure);
      const isUnknown =
        isAppError(error, 'DATABASE_UNAVAILABLE') || hasErrorLabel(error, 'UnknownTransactionCommitResult');
      const delayMs = RETRY_DELAYS_MS[lost];
      if (!isUnknown || delayMs === undefined) throw error;
      await sleep(delayMs);
    }
  }
}
