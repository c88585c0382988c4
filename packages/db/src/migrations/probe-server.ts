import { AppError } from '@coliseum/domain/errors/app-error';
import { type Db, MongoServerError, ObjectId } from 'mongodb';
import type { CollectionContract } from '../contract/collections.ts';
import { translateDatabaseError } from '../errors/translate-database-error.ts';

const FAILED_VALIDATION = 121;

/** One thing that the server has to do, by the name it has in a message. Fails or returns what is wrong. */
type Probe = { readonly part: string; readonly run: () => Promise<string | null> };

/**
 * Tries on a collection of its own, which it removes again, whether the server does what the collections need, so that
 * none of them is created where another could not be. Throws `DATABASE_UNSUITABLE` that names the part.
 */
export async function probeServer(db: Db, contracts: readonly CollectionContract[]): Promise<void> {
  for (const contract of contracts) {
    await probeOn(db, (name) => [
      { part: `the validator of ${contract.name}`, run: () => tryValidator(db, name, contract) },
      { part: `the indexes of ${contract.name}`, run: () => tryIndexes(db, name, contract) },
    ]);
  }
  if (contracts.length === 0) return;
  await probeOn(db, (name) => [
    { part: 'an update by the time of the server', run: () => tryServerTime(db, name) },
    { part: 'a transaction that is rolled back', run: () => tryTransaction(db, name) },
  ]);
}

async function probeOn(db: Db, list: (collection: string) => readonly Probe[]): Promise<void> {
  const collection = `probe_${new ObjectId().toHexString()}`;
  try {
    for (const probe of list(collection)) await runProbe(probe);
  } finally {
    await db.dropCollection(collection).catch(() => undefined);
  }
}

async function runProbe({ part, run }: Probe): Promise<void> {
  const wrong = await run().catch((error: unknown) => {
    const translated = translateDatabaseError(error);
    if (!(translated instanceof MongoServerError)) throw translated;
    return `it answers ${translated.code}, ${translated.message}`;
  });
  if (wrong === null) return;
  throw new AppError({
    code: 'DATABASE_UNSUITABLE',
    message: `The database server cannot hold ${part}: ${wrong}. Nothing was changed. Use another server; docs/mongodb-servers.md lists those that were tried.`,
    details: { part },
  });
}

async function tryValidator(db: Db, name: string, { validation }: CollectionContract): Promise<string | null> {
  const collection = await db.createCollection(name, validation);
  try {
    await collection.insertOne({});
    return 'it accepts a document without any field';
  } catch (error) {
    if (error instanceof MongoServerError && error.code === FAILED_VALIDATION) return null;
    throw error;
  }
}

async function tryIndexes(db: Db, name: string, { indexes }: CollectionContract): Promise<null> {
  if (indexes.length > 0) await db.collection(name).createIndexes([...indexes]);
  return null;
}

async function tryServerTime(db: Db, name: string): Promise<string | null> {
  const collection = db.collection(name);
  await collection.insertOne({ at: null });
  const { modifiedCount } = await collection.updateOne({}, [{ $set: { at: { $add: ['$$NOW', 1] } } }]);
  return modifiedCount === 1 ? null : 'it changes nothing';
}

async function tryTransaction(db: Db, name: string): Promise<string | null> {
  const collection = db.collection(name);
  const before = await collection.countDocuments();
  await db.client.withSession(async (session) => {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    await collection.insertOne({}, { session });
    await session.abortTransaction();
  });
  return (await collection.countDocuments()) === before ? null : 'it keeps what was rolled back';
}
