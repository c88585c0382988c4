import type { ClientSession, MongoClient } from 'mongodb';
import { onTestFinished } from 'vitest';

/** A session that ends with the test. */
export function openSession(client: MongoClient): ClientSession {
  const session = client.startSession();
  onTestFinished(() => session.endSession());
  return session;
}

/** A session with an open transaction, which is aborted at the end of the test if it is still open. */
export function openTransaction(client: MongoClient): ClientSession {
  const session = openSession(client);
  session.startTransaction();
  return session;
}
