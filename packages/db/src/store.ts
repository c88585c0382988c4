import { AsyncIterableResult } from '@prisma/orm-mongo/components/runtime';
import { MongoDriverImpl } from '@prisma/orm-mongo/driver';
import { createMongoRuntime } from '@prisma/orm-mongo/family-runtime';
import type { MongoOrmClient } from '@prisma/orm-mongo/orm';
import { mongoOrm } from '@prisma/orm-mongo/orm';
import mongoStatic, { type MongoStaticContext } from '@prisma/orm-mongo/static';
import type { Db, Document, Filter } from 'mongodb';
import type { Contract } from './contract/generated/contract.d.ts';
import contractJson from './contract/generated/contract.json' with { type: 'json' };
import { guardDatabase, type Guard } from './session/guard-database.ts';
import { readRows } from './session/read-rows.ts';
import type { Retry } from './session/retry-unavailable.ts';

/** Where the repositories read and write: the whole database, or one transaction's view of it. */
export type Store = {
  /** Prisma's client: every read goes through it. */
  readonly read: MongoOrmClient<Contract>;
  /**
   * The driver's database: every write goes through it. Prisma 8.0.0-rc.13 cannot write these documents: it encodes a
   * null in an ObjectId field as a fresh ObjectId, refuses a null in a 64-bit field and lists of ObjectId, and has no
   * command that updates many documents each in its own way. `prisma-limits.test.ts` fails when that changes.
   */
  readonly write: Db;
  /** How many documents of a collection match the filter. */
  readonly count: (collection: string, filter: Filter<Document>) => Promise<number>;
};

/** The contract, read and checked once, because thousands of stores for transactions are created from it. */
export type PrismaContext = MongoStaticContext<Contract>;

export function createPrismaContext(): PrismaContext {
  return mongoStatic<Contract>({ contractJson });
}

type StoreScope = {
  /** The transaction to read and write in, or how writes outside of one wait. */
  readonly guard: Guard;
  /** How reads are retried. */
  readonly retry: Retry;
};

/** A store over `db`. */
export function createStore(prisma: PrismaContext, db: Db, { guard, retry }: StoreScope): Store {
  const guarded = guardDatabase(db, guard);
  const runtime = createMongoRuntime({ context: prisma.context, driver: MongoDriverImpl.fromDb(guarded) });
  const read = mongoOrm({
    contract: prisma.contract,
    executor: {
      query: (plan) => new AsyncIterableResult(readRows(retry, () => runtime.query(plan))),
      execute: (plan) => runtime.execute(plan),
    },
    mutationDefaults: prisma.context,
  });
  return {
    read,
    write: guarded,
    count: (name, filter) => retry(() => guarded.collection(name).countDocuments(filter)),
  };
}
