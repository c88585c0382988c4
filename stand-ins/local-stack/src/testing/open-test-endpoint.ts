import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { startLocalStack } from '../start-local-stack.ts';

export type TestEndpoint = {
  readonly url: string;
  readonly client: MongoClient;
  /** A database of a random name, dropped on close. */
  readonly db: Db;
  readonly close: () => Promise<void>;
};

/** The server that MONGODB_URL names, or an endpoint of its own in a temporary folder. */
export async function openTestEndpoint(mongodbUrl = process.env['MONGODB_URL']): Promise<TestEndpoint> {
  const server =
    mongodbUrl === undefined ? await startTemporaryStack() : { url: mongodbUrl, stop: async () => undefined };
  const client = await MongoClient.connect(server.url);
  const db = client.db(`test_${new ObjectId().toHexString()}`);
  const close = async (): Promise<void> => {
    await db.dropDatabase();
    await client.close();
    await server.stop();
  };
  return { url: server.url, client, db, close };
}

async function startTemporaryStack(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await makeTemporaryFolder();
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  const stop = async (): Promise<void> => {
    await stack.stop();
    await rm(dataDir, { recursive: true });
  };
  return { url: stack.mongodbUrl, stop };
}

export function makeTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'coliseum-stack-'));
}

/** The reason a promise was rejected with. Fails the test if it was not rejected. */
export async function captureRejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error(`Expected a failure, got ${JSON.stringify(outcome.value)}`);
}
