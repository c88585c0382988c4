import { Int32 } from 'bson';
import { bsonTypeOf, isDocument } from '../values/bson-type.ts';
import { compareValues, valuesEqual } from '../values/compare.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { isNullish } from './truth.ts';

export function size(value: unknown): Int32 {
  if (!Array.isArray(value)) {
    throw new CommandError(
      'Location17124',
      `The argument to $size must be an array, but was of type: ${bsonTypeOf(value)}`,
    );
  }
  return new Int32(value.length);
}

export function elementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const position = toSafeInteger(index);
  if (!Array.isArray(array) || position === undefined) {
    throw new CommandError('Location28689', '$arrayElemAt takes an array and a whole number');
  }
  return array.at(position);
}

export function isIn(value: unknown, array: unknown): boolean {
  if (!Array.isArray(array)) throw new CommandError('Location40081', '$in requires an array as a second argument');
  return array.some((element) => valuesEqual(element, value));
}

export function concatenateArrays(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => arrayOf('$concatArrays', value));
}

export function arrayOf(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError('Location28664', `${name} only supports arrays, not ${bsonTypeOf(value)}`);
}

export function union(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return distinct(values.flatMap((value) => arrayOf('$setUnion', value)));
}

function distinct(values: readonly unknown[]): unknown[] {
  return values
    .filter((value, index) => values.findIndex((other) => valuesEqual(other, value)) === index)
    .toSorted(compareValues);
}

export function mergeObjects(values: readonly unknown[]): unknown {
  const merged: Record<string, unknown> = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDocument(value)) throw new CommandError('Location40400', '$mergeObjects requires object inputs');
    Object.assign(merged, value);
  }
  return merged;
}
