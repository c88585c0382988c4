import { invariant } from '@coliseum/domain/assert';
import type { ClientSession, Collection, Db } from 'mongodb';
import { translateDatabaseError } from '../errors/translate-database-error.ts';

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

/**
 * The database as Prisma and the repositories see it: every call on a collection carries `session`, if there is one,
 * and errors of the driver become the arena's. Prisma 8 has no transactions for MongoDB yet; this gives it one.
 */
export function guardDatabase(db: Db, session?: ClientSession): Db {
  return new Proxy(db, {
    get(target, property) {
      if (property === 'collection') return (name: string) => guardCollection(target.collection(name), session);
      const member: unknown = Reflect.get(target, property, target);
      return member;
    },
  });
}

function guardCollection(collection: Collection, session: ClientSession | undefined): Collection {
  return new Proxy(collection, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return member;
      const name = String(property);
      const position = OPTIONS_POSITION[name];
      invariant(position !== undefined, `Collection.${name} is not guarded: add it to OPTIONS_POSITION`);
      return (...parameters: unknown[]): unknown => {
        const result: unknown = member.apply(target, addSession(parameters, position, session));
        return result instanceof Promise ? result.catch(rethrowTranslated) : result;
      };
    },
  });
}

function addSession(parameters: readonly unknown[], position: number, session: ClientSession | undefined): unknown[] {
  if (session === undefined) return [...parameters];
  const complete = [...parameters];
  complete[position] = { ...toOptions(parameters[position]), session };
  return complete;
}

function toOptions(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function rethrowTranslated(error: unknown): never {
  throw translateDatabaseError(error);
}
