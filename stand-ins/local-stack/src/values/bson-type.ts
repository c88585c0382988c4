import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

export type Document = Record<string, unknown>;

export type BsonTypeName =
  | 'minKey'
  | 'undefined'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

/** The BSON type of a value as `bson` reads it with `promoteValues: false`. A plain JavaScript number has the type it would be written as. */
export function getBsonType(value: unknown): BsonTypeName {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    default:
      return getObjectType(value);
  }
}

function getObjectType(value: unknown): BsonTypeName {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Int32) return 'int';
  if (value instanceof Double) return 'double';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  // Timestamp extends Long, so it has to be tested first.
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return 'javascript';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff && !Object.is(value, -0);
}

/** Whether `value` is an embedded document: not an array, not a BSON scalar. */
export function isDocument(value: unknown): value is Document {
  return getBsonType(value) === 'object' && !(value instanceof DBRef);
}

/** The fields of a document in stored order. A DBRef, which `bson` reads into a class, is taken apart into the fields it is stored as. */
export function listFields(value: unknown): readonly (readonly [string, unknown])[] {
  if (value instanceof DBRef) return Object.entries(value.toJSON());
  return isDocument(value) ? Object.entries(value) : [];
}

/** `Array.isArray` that says nothing about the elements. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isNumeric(value: unknown): boolean {
  const type = getBsonType(value);
  return type === 'int' || type === 'long' || type === 'double' || type === 'decimal';
}
