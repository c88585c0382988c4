import { invariant } from '@coliseum/domain/assert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ClientSession, Collection, Db } from 'mongodb';
import { translateDatabaseError } from '../errors/translate-database-error.ts';
import { createConflictPatience, type ConflictPatienceOptions } from './conflict-patience.ts';

/** The position of the options of each method that the arena uses. Any other method is refused: it would silently run outside the transaction. */
const OPTIONS_POSITION: Readonly<Record<string, number>> = {
  aggregate: 1,
  bulkWrite: 1,
  countDocuments: 1,
  estimatedDocumentCount: 0,
  findOneAndUpdate: 2,
  insertMany: 1,
  updateMany: 2,
  updateOne: 2,
};

/** Writes of one document. Outside of a transaction one of them that lost has changed nothing, so it may be repeated. */
const SINGLE_WRITES: ReadonlySet<string> = new Set(['findOneAndUpdate', 'updateOne']);

/** The transaction that calls join, or how a write outside of one waits for the transactions of others. */
export type Guard = { readonly session: ClientSession } | { readonly patience: ConflictPatienceOptions };

/**
 * The database as Prisma and the repositories see it: every call on a collection carries the session, if there is one,
 * and errors of the driver become the arena's. Prisma 8 has no transactions for MongoDB yet; this gives it one.
 */
export function guardDatabase(db: Db, guard: Guard): Db {
  return new Proxy(db, {
    get(target, property) {
      if (property === 'collection') return (name: string) => guardCollection(target.collection(name), guard);
      const member: unknown = Reflect.get(target, property, target);
      return member;
    },
  });
}

function guardCollection(collection: Collection, guard: Guard): Collection {
  return new Proxy(collection, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return member;
      const name = String(property);
      const position = OPTIONS_POSITION[name];
      invariant(position !== undefined, `Collection.${name} is not guarded: add it to OPTIONS_POSITION`);
      return (...parameters: unknown[]): unknown => {
        const call = (): unknown => translate(member.apply(target, addSession(parameters, position, guard)));
        return 'patience' in guard && SINGLE_WRITES.has(name) ? outwaitConflicts(guard.patience, call) : call();
      };
    },
  });
}

/** A MongoDB server lets such a write wait by itself. Others with its protocol refuse it, as they do in a transaction. */
async function outwaitConflicts(options: ConflictPatienceOptions, call: () => unknown): Promise<unknown> {
  const patience = createConflictPatience(options);
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isAppError(error, 'DATABASE_CONFLICT') || !error.retryable) throw error;
      await patience.wait(error);
    }
  }
}

function addSession(parameters: readonly unknown[], position: number, guard: Guard): unknown[] {
  if (!('session' in guard)) return [...parameters];
  const complete = [...parameters];
  complete[position] = { ...toOptions(parameters[position]), session: guard.session };
  return complete;
}

function toOptions(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function translate(result: unknown): unknown {
  return result instanceof Promise ? result.catch(rethrowTranslated) : result;
}

function rethrowTranslated(error: unknown): never {
  throw translateDatabaseError(error);
}
