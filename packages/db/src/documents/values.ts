import { invariant } from '@coliseum/domain/assert';
import type { Id } from '@coliseum/domain/id';
import { Double, ObjectId } from 'mongodb';

/** An id as it is stored; the 24 hexadecimal digits of the domain. */
export function toObjectId(id: Id): ObjectId {
  return ObjectId.createFromHexString(id);
}

/** An id in an embedded document: Prisma types it as text, yet leaves it as the driver read it. */
export function fromEmbeddedId(id: Id | ObjectId): Id {
  return typeof id === 'string' ? id : id.toHexString();
}

/** A whole number as a 64-bit integer: money outgrows 32 bits at 21 million dollars. */
export function toInt64(value: number): bigint {
  invariant(Number.isSafeInteger(value), `A whole number that a double holds exactly, not ${value}`);
  return BigInt(value);
}

/** A stored 64-bit integer as a number (which it is already in embedded documents). Throws when a double cannot hold it. */
export function fromInt64(value: bigint): number {
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `A stored integer that a double holds exactly, not ${value}`);
  return number;
}

/** A number as a BSON double, whole ones too: the driver would write `75` as an integer, which the validator refuses. */
export function toDouble(value: number): Double {
  return new Double(value);
}

/** Applies `map` unless there is nothing: a field that may be null may also be missing in the document. */
export function mapOptional<From, To>(value: From | null | undefined, map: (value: From) => To): To | null {
  return value === null || value === undefined ? null : map(value);
}
