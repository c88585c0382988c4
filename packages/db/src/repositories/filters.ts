import type { Id } from '@coliseum/domain/id';
import {
  MongoAndExpr,
  MongoFieldFilter,
  MongoOrExpr,
  type MongoFilterExpr,
} from '@prisma/orm-mongo/query-ast/execution';
import { MongoParamRef } from '@prisma/orm-mongo/value';

/** The place of a list where the last page ended: the next one goes on with what is older. */
export type PageCursor = { readonly at: Date; readonly id: Id };

/** `field` is one of the ids. */
export function idIsIn(field: string, ids: readonly Id[]): MongoFilterExpr {
  return MongoFieldFilter.in(field, ids.map(toObjectIdParam));
}

/** `field` is another id. */
export function idIsNot(field: string, id: Id): MongoFilterExpr {
  return MongoFieldFilter.neq(field, toObjectIdParam(id));
}

/** `field` is one of the strings. */
export function textIsIn(field: string, values: readonly string[]): MongoFilterExpr {
  return MongoFieldFilter.in(
    field,
    values.map((value) => new MongoParamRef(value)),
  );
}

/** `field` is text that sorts after `value`. */
export function textIsAfter(field: string, value: string): MongoFilterExpr {
  return MongoFieldFilter.gt(field, new MongoParamRef(value));
}

/** `field` is text from one value to the other, both included. */
export function textIsBetween(field: string, from: string, to: string): MongoFilterExpr {
  return MongoAndExpr.of([
    MongoFieldFilter.gte(field, new MongoParamRef(from)),
    MongoFieldFilter.lte(field, new MongoParamRef(to)),
  ]);
}

/** `field` is an instant from `at` on. */
export function isSince(field: string, at: Date): MongoFilterExpr {
  return MongoFieldFilter.gte(field, new MongoParamRef(at, { codecId: 'mongo/date@1' }));
}

/** `field` has a value. */
export function hasValue(field: string): MongoFilterExpr {
  return MongoFieldFilter.isNotNull(field);
}

/** The list `field` has an item whose `part` is null. */
export function hasItemWithout(field: string, part: string): MongoFilterExpr {
  return MongoFieldFilter.of(field, '$elemMatch', { [part]: null });
}

/** What comes after `cursor` in a list sorted by `field`, newest first, and by id within one moment. */
export function isBefore(field: string, cursor: PageCursor): MongoFilterExpr {
  const at = new MongoParamRef(cursor.at, { codecId: 'mongo/date@1' });
  // The first half is what an index can start from; the second leaves out what the page before had of that moment.
  return MongoAndExpr.of([
    MongoFieldFilter.lte(field, at),
    MongoOrExpr.of([MongoFieldFilter.lt(field, at), MongoFieldFilter.lt('_id', toObjectIdParam(cursor.id))]),
  ]);
}

function toObjectIdParam(id: Id): MongoParamRef {
  return new MongoParamRef(id, { codecId: 'mongo/objectId@1' });
}
