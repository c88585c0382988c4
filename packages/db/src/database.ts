import { AsyncLocalStorage } from 'node:async_hooks';
import type { Agent } from '@coliseum/domain/agent';
import type { Id } from '@coliseum/domain/id';
import type { MongoClient } from 'mongodb';
import { createBackupAccess, type BackupAccess } from './backup/backup-access.ts';
import { describeServer, type ServerDescription } from './describe-server.ts';
import { translateDatabaseError } from './errors/translate-database-error.ts';
import { migrateDatabase, type MigrationReport } from './migrations/migrate-database.ts';
import { verifyDatabase } from './migrations/verify-database.ts';
import { fillDayRecords } from './records/rebuild-day-records.ts';
import { createRepositories, type Repositories } from './repositories/create-repositories.ts';
import { createDefaultAgents } from './seed/default-agents.ts';
import { seedAgents } from './seed/seed-agents.ts';
import type { ConflictPatienceOptions } from './session/conflict-patience.ts';
import { createRetry, runOnce } from './session/retry-unavailable.ts';
import { runTransaction } from './session/run-transaction.ts';
import { createPrismaContext, createStore, type Store } from './store.ts';

export type Database = Repositories & {
  /** Brings collections, validators and indexes in line with the contract. Idempotent; keeps all data. */
  migrate(): Promise<MigrationReport>;
  /** Throws `DATABASE_NOT_MIGRATED` naming the differences from the contract. */
  verify(): Promise<void>;
  /** Inserts the founding agents of a database without any, with their opening ledger entries; the default eight when none are given. */
  seedAgents(agents?: readonly Agent[]): Promise<{ inserted: number }>;
  /**
   * Runs `work` with repositories that read and write in one transaction, which is committed as a whole or not at all.
   * `work` may run again when another writer won, for up to two minutes, so it must have no other lasting effects. A call inside another
   * `work` joins its transaction. Await each call before the next: a session runs one at a time.
   */
  withTransaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Which server answers, as it says itself. */
  describeServer(): Promise<ServerDescription>;
  /** Whole documents, for a copy of the database. */
  readonly backup: BackupAccess;
  readonly newId: () => Id;
  /** Throws `DATABASE_UNAVAILABLE` when the server does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

type DatabaseDependencies = ConflictPatienceOptions & {
  readonly client: MongoClient;
  readonly databaseName: string;
  readonly newId: () => Id;
  readonly now: () => Date;
};

type Scope = { readonly store: Store; readonly repositories: Repositories; isOpen: boolean };

export function createDatabase(dependencies: DatabaseDependencies): Database {
  const { client, databaseName, newId, now, ...patience } = dependencies;
  const prisma = createPrismaContext();
  const db = client.db(databaseName);
  const currentScope = new AsyncLocalStorage<Scope>();

  const runInScope = async <T>(work: (scope: Scope) => Promise<T>): Promise<T> => {
    const joined = currentScope.getStore();
    // Something that a transaction started may outlive it and keep its scope. An ended transaction is not joined.
    if (joined?.isOpen === true) return work(joined);
    return runTransaction({ client, ...patience }, (session) => {
      const store = createStore(prisma, db, { guard: { session }, retry: runOnce });
      const repositories = createRepositories({ store, newId, runAtomically: (inner) => inner(store) });
      const scope = { store, repositories, isOpen: true };
      return currentScope.run(scope, () => work(scope)).finally(() => (scope.isOpen = false));
    });
  };
  const store = createStore(prisma, db, { guard: { patience }, retry: createRetry(patience.sleep) });

  const repositories = createRepositories({
    store,
    newId,
    runAtomically: (work) => runInScope((scope) => work(scope.store)),
  });
  const withTransaction: Database['withTransaction'] = (work) => runInScope((scope) => work(scope.repositories));

  return {
    ...repositories,
    migrate: async () => {
      const at = now();
      const { applied } = await migrateDatabase(db, prisma, at);
      return { applied: [...applied, ...(await fillDayRecords({ ...repositories, withTransaction }, at))] };
    },
    verify: () => verifyDatabase(db, prisma),
    seedAgents: (agents = createDefaultAgents({ newId, now: now() })) =>
      withTransaction((scoped) => seedAgents({ repositories: scoped, newId }, agents)),
    withTransaction,
    describeServer: () => describeServer(db),
    backup: createBackupAccess(client, db),
    newId,
    ping: async () => {
      await db.command({ ping: 1 }).catch((error: unknown) => {
        throw translateDatabaseError(error);
      });
    },
    close: () => client.close(),
  };
}
