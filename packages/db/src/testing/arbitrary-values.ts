import type { Id } from '@coliseum/domain/id';
import { toMatchDate } from '@coliseum/domain/match-date';
import { formatMicros } from '@coliseum/domain/price';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

// Values that the contract allows, with the edge cases that databases get wrong: nulls, empty text, 53-bit integers.

export const id: Arbitrary<Id> = fc.stringMatching(/^[0-9a-f]{24}$/);
export const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
export const text = fc.string({ unit: 'grapheme', maxLength: 40 });
export const nonEmptyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
export const date = fc.date({ min: new Date('2024-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
export const matchDate = date.map(toMatchDate);
export const price = fc.integer({ min: 0, max: 1_000_000 }).map(formatMicros);
/** As in the contract's ranges. */
const LARGEST_CENTS = 10 ** 13;
/** Money, won or lost. */
export const cents = fc.integer({ min: -LARGEST_CENTS, max: LARGEST_CENTS });
/** Money at stake. */
export const amount = fc.nat({ max: LARGEST_CENTS });
export const startingAmount = fc.integer({ min: 1, max: LARGEST_CENTS });
/** A 64-bit integer that is no money: milliseconds, millionths of a dollar. */
export const whole = fc.maxSafeNat();
export const count = fc.nat({ max: 2 ** 31 - 1 });
/** A place in a list, from 1. */
export const place = fc.integer({ min: 1, max: 2 ** 31 - 1 });
export const percent = fc
  .oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }))
  // BSON stores a negative zero, which the arena does not have.
  .map((value) => value + 0);

export function record<T>(fields: { [Field in keyof T]: Arbitrary<T[Field]> }): Arbitrary<T> {
  return fc.record(fields, { noNullPrototype: true });
}

export function nullable<T>(value: Arbitrary<T>): Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}
