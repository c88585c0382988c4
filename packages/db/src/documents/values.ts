import { invariant } from '@coliseum/domain/assert';
import type { Id } from '@coliseum/domain/id';
import { Double, ObjectId } from 'mongodb';

/** Converts the domain's 24 hexadecimal digits to an id as it is stored. */
export function toObjectId(id: Id): ObjectId {
  return ObjectId.createFromHexString(id);
}

/** An id in an embedded document, which Prisma types as text and leaves as the driver read it. */
export function fromEmbeddedId(id: Id | ObjectId): Id {
  return typeof id === 'string' ? id : id.toHexString();
}

/** A whole number as a 64-bit integer: money outgrows 32 bits at 21 million dollars. */
export function toInt64(value: number): bigint {
  invariant(Number.isSafeInteger(value), `A whole number that a double holds exactly, not ${value}`);
  return BigInt(value);
}

/** A stored 64-bit integer as a number, which it already is in embedded documents. Throws when a double cannot hold it. */
export function fromInt64(value: bigint): number {
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `A stored integer that a double holds exactly, not ${value}`);
  return number;
}

/** A number as a BSON double, even a whole one: the driver would write `75` as an integer, which the validator refuses. */
export function toDouble(value: number): Double {
  return new Double(value);
}

/** Applies `map` unless the value is null or missing: a nullable field may be missing in a document. */
export function mapOptional<From, To>(value: From | null | undefined, map: (value: From) => To): To | null {
  return value === null || value === undefined ? null : map(value);
}
