import { MongoServerError, type Db } from 'mongodb';
import { COLLECTIONS, type CollectionContract } from '../contract/collections.ts';
import { translateDatabaseError } from '../errors/translate-database-error.ts';
import type { PrismaContext } from '../store.ts';
import { compareWithContract, type Difference } from './compare-with-contract.ts';
import { convertRunErrors } from './convert-run-errors.ts';
import { createArenaState } from './create-arena-state.ts';
import { fillAddedFields } from './fill-added-fields.ts';
import { fillRosterFields } from './fill-roster-fields.ts';
import { probeServer } from './probe-server.ts';

/** What a migration did, one line for each step; empty when the database already matched the contract. */
export type MigrationReport = { readonly applied: readonly string[] };

const NAMESPACE_EXISTS = 48;

/**
 * Creates what is missing, replaces validators that differ, gives older documents the required fields that were added
 * later, agents their dates, turns the errors of older runs into objects, and starts the revision of the data. Changes no
 * other field, and no collection or index that the contract does not name: Prisma's own `db update` would drop those, and
 * counts every tighter validator as a loss of data. `now` is the time from which the data counts as changed.
 * Throws `DATABASE_UNSUITABLE`, before anything is changed, on a server that cannot hold a part of the contract, and
 * `DATABASE_CONFLICT` when stored documents break a unique index.
 */
export async function migrateDatabase(db: Db, prisma: PrismaContext, now: Date): Promise<MigrationReport> {
  const differences = await compareWithContract(db, prisma);
  await probeServer(
    db,
    COLLECTIONS.filter(({ name }) => differences.some(({ collection }) => collection === name)),
  );
  const applied: string[] = [];
  for (const collection of COLLECTIONS) {
    const parts = differences.filter((difference) => difference.collection === collection.name);
    applied.push(...(await migrateCollection(db, collection, parts)));
  }
  applied.push(...(await createArenaState(db, now)));
  return { applied };
}

async function migrateCollection(
  db: Db,
  contract: CollectionContract,
  differences: readonly Difference[],
): Promise<string[]> {
  const { name, validation, indexes } = contract;
  const isMissing = differences.some(({ part }) => part === null);
  const applied: string[] = [];
  if (isMissing) {
    await createCollection(db, contract);
    applied.push(`create ${name}`);
  } else if (differences.some(({ part }) => part === 'validator')) {
    applied.push(
      ...(await fillAddedFields(db, name)),
      ...(await fillRosterFields(db, name)),
      ...(await convertRunErrors(db, name)),
    );
    await db.command({ collMod: name, ...validation });
    applied.push(`set the validator of ${name}`);
  }
  if (indexes.length > 0 && (isMissing || differences.some(({ part }) => part?.startsWith('index:')))) {
    await createIndexes(db, contract);
    applied.push(`create the indexes of ${name}`);
  }
  return applied;
}

async function createCollection(db: Db, { name, validation }: CollectionContract): Promise<void> {
  try {
    await db.createCollection(name, validation);
  } catch (error) {
    // Another process is migrating to the same contract at the same time.
    if (!(error instanceof MongoServerError && error.code === NAMESPACE_EXISTS)) throw error;
  }
}

// Creating an index that already exists does nothing.
async function createIndexes(db: Db, { name, indexes }: CollectionContract): Promise<void> {
  try {
    await db.collection(name).createIndexes([...indexes]);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
