import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import type { Id } from '@coliseum/domain/id';
import { MongoClient, ObjectId } from 'mongodb';
import { readConnectionUrl, type ConnectionUrl } from './connection-url.ts';
import { createDatabase, type Database } from './database.ts';
import { describeUnreachable } from './errors/describe-unreachable.ts';
import { translateDatabaseError } from './errors/translate-database-error.ts';
import type { OnConflictWait } from './session/conflict-patience.ts';

/** How long the driver looks for the server, unless the URL says otherwise. */
const SERVER_SELECTION_TIMEOUT_MS = 3_000;
const CONNECT_TIMEOUT_MS = 4_000;

export type ConnectOptions = {
  /** `mongodb://` or `mongodb+srv://` */
  readonly url: string;
  /** Overrides the database in the URL's path. Without either it is `coliseum`. */
  readonly databaseName?: string;
  /** Creates the ids of new documents; the driver's ObjectIds by default. */
  readonly ids?: () => Id;
  readonly now?: () => Date;
  /** Told when a write has to wait long for the transaction of another writer, who may be dead. */
  readonly onConflictWait?: OnConflictWait;
  /** Aborted when the process is to end, so that no write keeps it. */
  readonly stopping?: AbortSignal;
};

/**
 * Connects and makes sure that the server can run transactions. Fails within five seconds:
 * `DATABASE_UNAVAILABLE` (retryable) when it does not answer, `DATABASE_UNAUTHORIZED` when it rejects user or password,
 * `DATABASE_NOT_REPLICA_SET` when it stands alone.
 */
export async function connectDatabase(options: ConnectOptions): Promise<Database> {
  const connection = readConnectionUrl(options.url, options.databaseName);
  const client = await openClient(connection);
  return createDatabase({
    client,
    databaseName: connection.databaseName,
    newId: options.ids ?? (() => new ObjectId().toHexString()),
    now: options.now ?? (() => new Date()),
    sleep: (delayMs) => sleep(delayMs),
    onConflictWait: options.onConflictWait ?? (() => {}),
    stopping: options.stopping ?? new AbortController().signal,
  });
}

async function openClient(connection: ConnectionUrl): Promise<MongoClient> {
  const client = createClient(connection);
  try {
    await client.connect();
    const hello = await client.db(connection.databaseName).command({ hello: 1 });
    // A replica set has a name, and the router of a sharded cluster answers `isdbgrid`. Both can run transactions.
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') throw createNotReplicaSetError(connection);
    return client;
  } catch (error) {
    await client.close();
    const translated = translateDatabaseError(error);
    if (isAppError(translated) && translated.code !== 'DATABASE_UNAVAILABLE') throw translated;
    throw createUnavailableError(connection, error);
  }
}

function createClient({ url, redacted }: ConnectionUrl): MongoClient {
  try {
    return new MongoClient(url, {
      ...buildDefaultOption(url, 'serverSelectionTimeoutMS', SERVER_SELECTION_TIMEOUT_MS),
      ...buildDefaultOption(url, 'connectTimeoutMS', CONNECT_TIMEOUT_MS),
      // A worker reads what it has just written, and a transaction reads from the primary only.
      readPreference: 'primary',
      appName: 'coliseum',
    });
  } catch {
    // The driver's message may quote the URL, so it is not kept as the cause.
    throw new AppError({
      code: 'ARGUMENT_INVALID',
      message: `The MongoDB driver rejects the options of MONGODB_URL (${redacted}). Correct them.`,
    });
  }
}

/** The driver prefers these options to those of the URL. */
function buildDefaultOption(url: string, option: string, value: number): Readonly<Record<string, number>> {
  return new RegExp(`[?&]${option}=`, 'i').test(url) ? {} : { [option]: value };
}

function createUnavailableError({ redacted }: ConnectionUrl, cause: unknown): AppError {
  return new AppError({
    code: 'DATABASE_UNAVAILABLE',
    message: describeUnreachable(redacted, cause),
    retryable: true,
    cause,
    details: { url: redacted },
  });
}

function createNotReplicaSetError({ redacted }: ConnectionUrl): AppError {
  return new AppError({
    code: 'DATABASE_NOT_REPLICA_SET',
    message: `MongoDB at ${redacted} is not a replica set, so it cannot run transactions. Start it with --replSet rs0 and run rs.initiate() once.`,
    details: { url: redacted },
  });
}
