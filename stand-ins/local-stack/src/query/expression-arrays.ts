import { Int32 } from 'bson';
import { getBsonType, isDocument } from '../values/bson-type.ts';
import { compareValues, areValuesEqual } from '../values/compare.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { isNullish } from './truthiness.ts';

export function countElements(value: unknown): Int32 {
  if (!Array.isArray(value)) {
    throw new CommandError(
      'Location17124',
      `The argument to $size must be an array, but was of type: ${getBsonType(value)}`,
    );
  }
  return new Int32(value.length);
}

export function getElementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const position = toSafeInteger(index);
  if (!Array.isArray(array) || position === undefined) {
    throw new CommandError('Location28689', '$arrayElemAt takes an array and a whole number');
  }
  return array.at(position);
}

export function isIn(value: unknown, array: unknown): boolean {
  if (!Array.isArray(array)) throw new CommandError('Location40081', '$in requires an array as a second argument');
  return array.some((element) => areValuesEqual(element, value));
}

export function concatenateArrays(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => requireArray('$concatArrays', value));
}

export function requireArray(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError('Location28664', `${name} only supports arrays, not ${getBsonType(value)}`);
}

export function mergeSets(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return removeDuplicates(values.flatMap((value) => requireArray('$setUnion', value)));
}

function removeDuplicates(values: readonly unknown[]): unknown[] {
  return values
    .filter((value, index) => values.findIndex((other) => areValuesEqual(other, value)) === index)
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
