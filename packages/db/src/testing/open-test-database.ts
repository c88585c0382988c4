import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '@coliseum/local-stack/start-database';
import { MongoClient, ObjectId, type Db } from 'mongodb';
import { connectDatabase } from '../connect.ts';
import type { Database } from '../database.ts';

export type TestServer = { readonly url: string; readonly stop: () => Promise<void> };

export type TestServerOptions = {
  /** How long the local stack keeps a transaction that its client has left. */
  readonly transactionLifetimeMs?: number;
};

/** The server of `mongodbUrl`, or the local stack's endpoint on a temporary folder. */
export async function startTestServer(
  mongodbUrl: string | undefined,
  options: TestServerOptions = {},
): Promise<TestServer> {
  if (mongodbUrl !== undefined) return { url: mongodbUrl, stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-db-'));
  const server = await startDatabase({ folder, host: '127.0.0.1', port: 0, password: 'for-tests', ...options });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true });
  };
  return { url: server.url, stop };
}

export type TestDatabase = {
  readonly database: Database;
  /** The same database through the plain driver, to look behind the repositories. */
  readonly driver: Db;
  readonly serverUrl: string;
  /** A second connection, as another process would have. */
  readonly connectAgain: () => Promise<Database>;
  /** Drops the database and ends all that was started for it. */
  readonly close: () => Promise<void>;
};

/** A migrated database with a random name, for one test file. */
export async function openTestDatabase(
  mongodbUrl: string | undefined,
  options?: TestServerOptions,
): Promise<TestDatabase> {
  const server = await startTestServer(mongodbUrl, options);
  const databaseName = `test_${new ObjectId().toHexString()}`;
  const connections: Database[] = [];
  const connectAgain = async (): Promise<Database> => {
    const connection = await connectDatabase({ url: server.url, databaseName });
    connections.push(connection);
    return connection;
  };
  const database = await connectAgain();
  await database.migrate();
  const client = await MongoClient.connect(server.url);
  const close = async (): Promise<void> => {
    await client.db(databaseName).dropDatabase();
    await Promise.all([client.close(), ...connections.map((connection) => connection.close())]);
    await server.stop();
  };
  return { database, driver: client.db(databaseName), serverUrl: server.url, connectAgain, close };
}
