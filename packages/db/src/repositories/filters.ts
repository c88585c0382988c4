import type { Id } from '@coliseum/domain/id';
import { MongoAndExpr, MongoFieldFilter, type MongoFilterExpr } from '@prisma/orm-mongo/query-ast/execution';
import { MongoParamRef } from '@prisma/orm-mongo/value';

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

/** `field` is text between two values, both included. */
export function textIsBetween(field: string, from: string, to: string): MongoFilterExpr {
  return MongoAndExpr.of([
    MongoFieldFilter.gte(field, new MongoParamRef(from)),
    MongoFieldFilter.lte(field, new MongoParamRef(to)),
  ]);
}

/** `field` is below a value. */
export function isBelow(field: string, value: string | number): MongoFilterExpr {
  return MongoFieldFilter.lt(field, new MongoParamRef(value));
}

/** `field` is `at` or a later instant. */
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

function toObjectIdParam(id: Id): MongoParamRef {
  return new MongoParamRef(id, { codecId: 'mongo/objectId@1' });
}
