import { AppError } from '@coliseum/domain/errors/app-error';
import type { ClientSession } from 'mongodb';
import { hasErrorLabel, translateDatabaseError } from '../errors/translate-database-error.ts';

/** With first-writer-wins at least one of the rivals gets through in each round, so this outlasts any crowd the arena has. */
const MAX_ATTEMPTS = 25;
const MAX_COMMIT_ATTEMPTS = 5;
const MAX_DELAY_MS = 250;

/** What of the driver's session a transaction needs. */
export type TransactionSession = Pick<
  ClientSession,
  'startTransaction' | 'commitTransaction' | 'abortTransaction' | 'inTransaction' | 'endSession'
>;

type TransactionOptions<Session> = {
  readonly client: { startSession(): Session };
  readonly sleep: (delayMs: number) => Promise<void>;
};

/**
 * Runs `work` in one transaction, again from its start when another writer won or the server changed hands.
 * Throws `DATABASE_CONFLICT` (retryable) when it lost 25 times in a row; any other error of `work` rolls back and leaves.
 */
export async function runTransaction<Session extends TransactionSession, T>(
  { client, sleep }: TransactionOptions<Session>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptTransaction(client.startSession(), work);
    } catch (error) {
      if (!hasErrorLabel(error, 'TransientTransactionError')) throw translateDatabaseError(error);
      if (attempt === MAX_ATTEMPTS) throw exhausted(error);
      await sleep(Math.min(2 ** attempt, MAX_DELAY_MS));
    }
  }
}

async function attemptTransaction<Session extends TransactionSession, T>(
  session: Session,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    const value = await work(session);
    await commit(session);
    return value;
  } catch (error) {
    // What failed first is what matters; the server drops a transaction that cannot be aborted any more.
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
}

async function commit(session: TransactionSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const isUnknown = hasErrorLabel(error, 'UnknownTransactionCommitResult');
      if (!isUnknown || attempt === MAX_COMMIT_ATTEMPTS) throw error;
    }
  }
}

function exhausted(cause: unknown): AppError {
  return new AppError({
    code: 'DATABASE_CONFLICT',
    message: `The transaction lost against other writers ${MAX_ATTEMPTS} times. Try again later.`,
    retryable: true,
    cause,
  });
}
