import { AppError } from '@coliseum/domain/errors/app-error';
import type { QueueConnection } from './connection.ts';

const DEADLINE_MS = 5000;

/** Awaits a call to the queue. Throws {@link AppError} `QUEUE_UNAVAILABLE` when it fails or takes more than five seconds. */
export async function callQueue<T>(connection: QueueConnection, call: () => Promise<T>): Promise<T> {
  const { promise: deadline, reject } = Promise.withResolvers<never>();
  const deadlineMs = connection.callDeadlineMs ?? DEADLINE_MS;
  const timer = setTimeout(() => reject(new Error(`No answer within ${deadlineMs} ms`)), deadlineMs);
  try {
    return await Promise.race([call(), deadline]);
  } catch (cause) {
    throw new AppError({
      code: 'QUEUE_UNAVAILABLE',
      message: `The queue at ${connection.address} does not answer. Check that it runs and that QUEUE_URL is right.`,
      retryable: true,
      cause,
      details: { backend: connection.backend, address: connection.address },
    });
  } finally {
    clearTimeout(timer);
  }
}
