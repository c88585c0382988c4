import { invariant } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import { BSON, type ClientSession, type Db, type Document, type MongoClient } from 'mongodb';
import { COLLECTIONS } from '../contract/collections.ts';
import { translateDatabaseError } from '../errors/translate-database-error.ts';

/** One state of the database: whatever is written meanwhile is not in it. */
export type Snapshot = {
  readonly count: (collection: string) => Promise<number>;
  /** Each document as BSON, byte by byte as it is stored, by ascending `_id`. */
  readonly stream: (collection: string) => AsyncIterable<Uint8Array>;
};

/** Whole documents as they are stored, past the domain's models: for a copy of the database that holds exactly the same. */
export type BackupAccess = {
  /** The collections of the contract, in the order in which they are copied. */
  readonly collections: readonly string[];
  /**
   * Runs `work` on one snapshot, which a transaction holds; with `isIdle` without one, for a database that nobody
   * writes to. Throws `DATABASE_CONFLICT` (retryable) when the server ended the transaction because it took too long.
   */
  readSnapshot<T>(options: { readonly isIdle: boolean }, work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
  /** The name of a collection of this database that holds a document; null when there is none. */
  findOccupied(): Promise<string | null>;
  /** Inserts documents as they are, past validators. Throws `BACKUP_INVALID` for one that would not stay as it is. */
  insertRaw(collection: string, documents: readonly Uint8Array[]): Promise<void>;
  /** Removes all collections of the contract. Only for what a restore that failed has begun. */
  dropAll(): Promise<void>;
};

/** Values keep their BSON type, so that writing a document again gives the same bytes. */
const EXACT: BSON.DeserializeOptions = { promoteValues: false, promoteBuffers: false, bsonRegExp: true };
const NAMES = COLLECTIONS.map(({ name }) => name);

export function createBackupAccess(client: MongoClient, db: Db): BackupAccess {
  return {
    collections: NAMES,
    readSnapshot: async ({ isIdle }, work) =>
      isIdle ? await translate(() => work(createSnapshot(db))) : await readInTransaction(client, db, work),
    findOccupied: () => translate(() => findOccupied(db)),
    insertRaw: async (collection, documents) => {
      if (documents.length === 0) return;
      const options = { bypassDocumentValidation: true, writeConcern: { w: 'majority' } } as const;
      await translate(() => db.collection(collection).insertMany(documents.map(toExactDocument), options));
    },
    dropAll: () =>
      translate(async () => {
        for (const name of NAMES) await db.dropCollection(name);
      }),
  };
}

async function readInTransaction<T>(client: MongoClient, db: Db, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const session = client.startSession();
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' } });
    const value = await work(createSnapshot(db, session));
    await session.abortTransaction();
    return value;
  } catch (error) {
    throw isExpired(error) ? createExpiredError(error) : translateDatabaseError(error);
  } finally {
    await session.endSession();
  }
}

function createSnapshot(db: Db, session?: ClientSession): Snapshot {
  const joined = session === undefined ? {} : { session };
  return {
    count: (name) => db.collection(name).countDocuments({}, joined),
    stream: (name) =>
      streamRaw(
        db
          .collection(name)
          .find({}, { ...joined, raw: true })
          .sort({ _id: 1 }),
      ),
  };
}

/** With `raw` the driver gives the bytes of each document; its types do not say so. */
async function* streamRaw(cursor: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const body of cursor) {
    invariant(body instanceof Uint8Array, 'a raw document is bytes');
    yield body;
  }
}

async function findOccupied(db: Db): Promise<string | null> {
  const listed = await db.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of listed) {
    if (!name.startsWith('system.') && (await db.collection(name).findOne()) !== null) return name;
  }
  return null;
}

function toExactDocument(body: Uint8Array): Document {
  const document = BSON.deserialize(body, EXACT);
  if (Buffer.compare(BSON.serialize(document, { ignoreUndefined: false }), body) === 0) return document;
  throw new AppError({
    code: 'BACKUP_INVALID',
    message: `The document ${String(document['_id'])} holds a value that would not be restored exactly. Restore this backup with mongorestore, which reads the same files.`,
  });
}

const NO_SUCH_TRANSACTION = 251;
const SNAPSHOT_TOO_OLD = 239;

function isExpired(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === NO_SUCH_TRANSACTION || code === SNAPSHOT_TOO_OLD;
}

function createExpiredError(cause: unknown): AppError {
  return new AppError({
    code: 'DATABASE_CONFLICT',
    message:
      'The database holds more than could be read before the server ended the transaction (transactionLifetimeLimitSeconds). Stop the worker and add --worker-stopped, which reads without one.',
    retryable: true,
    cause,
  });
}

async function translate<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
