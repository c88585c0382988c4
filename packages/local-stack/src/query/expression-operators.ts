import { Double, Int32, Long } from 'bson';
import { calculate } from '../values/arithmetic.ts';
import { bsonTypeOf, isDocument, isNumeric } from '../values/bson-type.ts';
import { compareValues, valuesEqual } from '../values/compare.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { isTruthy } from './truth.ts';

export type ExpressionOperator = {
  readonly minimum: number;
  readonly maximum: number;
  readonly evaluate: (values: readonly unknown[]) => unknown;
};

export function findOperator(name: string): ExpressionOperator | undefined {
  return operators.get(name);
}

const MANY = Number.POSITIVE_INFINITY;

function unary(evaluate: (value: unknown) => unknown): ExpressionOperator {
  return { minimum: 1, maximum: 1, evaluate: ([value]) => evaluate(value) };
}

function binary(evaluate: (left: unknown, right: unknown) => unknown): ExpressionOperator {
  return { minimum: 2, maximum: 2, evaluate: ([left, right]) => evaluate(left, right) };
}

function variadic(evaluate: (values: readonly unknown[]) => unknown): ExpressionOperator {
  return { minimum: 0, maximum: MANY, evaluate };
}

function comparison(holds: (order: number) => boolean): ExpressionOperator {
  return binary((left, right) => holds(compareWithMissing(left, right)));
}

/** In expressions a missing value is below null. */
function compareWithMissing(left: unknown, right: unknown): number {
  return compareValues(left, right);
}

function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function numeric(name: string, value: unknown): unknown {
  if (!isNumeric(value)) {
    throw new CommandError('TypeMismatch', `${name} only supports numeric types, not ${bsonTypeOf(value)}`);
  }
  return value;
}

function add(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new CommandError('Location16612', 'only one date allowed in an $add expression');
  const total = values
    .filter((value) => !(value instanceof Date))
    .reduce((sum, value) => calculate('add', sum, numeric('$add', value)), new Int32(0));
  const [date] = dates;
  return date === undefined ? total : new Date(date.getTime() + Math.round(toNumber(total)));
}

function subtract(left: unknown, right: unknown): unknown {
  if (isNullish(left) || isNullish(right)) return null;
  if (left instanceof Date && right instanceof Date) return Long.fromNumber(left.getTime() - right.getTime());
  if (left instanceof Date) return new Date(left.getTime() - Math.round(toNumber(numeric('$subtract', right))));
  return calculate('subtract', numeric('$subtract', left), numeric('$subtract', right));
}

function multiply(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.reduce((product, value) => calculate('multiply', product, numeric('$multiply', value)), new Int32(1));
}

function divide(left: unknown, right: unknown): unknown {
  if (isNullish(left) || isNullish(right)) return null;
  const divisor = toNumber(numeric('$divide', right));
  if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero");
  return new Double(toNumber(numeric('$divide', left)) / divisor);
}

function concatenate(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.map((value) => text('$concat', value)).join('');
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new CommandError('Location16702', `${name} only supports strings, not ${bsonTypeOf(value)}`);
}

function size(value: unknown): Int32 {
  if (!Array.isArray(value)) {
    throw new CommandError(
      'Location17124',
      `The argument to $size must be an array, but was of type: ${bsonTypeOf(value)}`,
    );
  }
  return new Int32(value.length);
}

function elementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const position = toSafeInteger(index);
  if (!Array.isArray(array) || position === undefined) {
    throw new CommandError('Location28689', '$arrayElemAt takes an array and a whole number');
  }
  return array.at(position);
}

function isIn(value: unknown, array: unknown): boolean {
  if (!Array.isArray(array)) throw new CommandError('Location40081', '$in requires an array as a second argument');
  return array.some((element) => valuesEqual(element, value));
}

function concatenateArrays(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => arrayOf('$concatArrays', value));
}

function arrayOf(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CommandError('Location28664', `${name} only supports arrays, not ${bsonTypeOf(value)}`);
}

function union(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return distinct(values.flatMap((value) => arrayOf('$setUnion', value)));
}

function distinct(values: readonly unknown[]): unknown[] {
  return values
    .filter((value, index) => values.findIndex((other) => valuesEqual(other, value)) === index)
    .toSorted(compareValues);
}

function mergeObjects(values: readonly unknown[]): unknown {
  const merged: Record<string, unknown> = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDocument(value)) throw new CommandError('Location40400', '$mergeObjects requires object inputs');
    Object.assign(merged, value);
  }
  return merged;
}

function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  const [only] = values;
  const candidates = (values.length === 1 && Array.isArray(only) ? only : values).filter(
    (value: unknown) => !isNullish(value),
  );
  return (
    candidates.reduce(
      (best: unknown, value: unknown) =>
        best === undefined || compareValues(value, best) * direction > 0 ? value : best,
      undefined,
    ) ?? null
  );
}

function sum(values: readonly unknown[]): unknown {
  const [only] = values;
  const numbers = (values.length === 1 && Array.isArray(only) ? only : values).filter(isNumeric);
  return numbers.reduce((total: unknown, value: unknown) => calculate('add', total, value), new Int32(0));
}

function absolute(value: unknown): unknown {
  if (isNullish(value)) return null;
  return compareValues(numeric('$abs', value), new Int32(0)) < 0 ? calculate('multiply', value, new Int32(-1)) : value;
}

const operators: ReadonlyMap<string, ExpressionOperator> = new Map(
  Object.entries({
    $eq: comparison((order) => order === 0),
    $ne: comparison((order) => order !== 0),
    $gt: comparison((order) => order > 0),
    $gte: comparison((order) => order >= 0),
    $lt: comparison((order) => order < 0),
    $lte: comparison((order) => order <= 0),
    $cmp: binary((left, right) => new Int32(compareWithMissing(left, right))),
    $not: unary((value) => !isTruthy(value)),
    $add: variadic(add),
    $subtract: binary(subtract),
    $multiply: variadic(multiply),
    $divide: binary(divide),
    $abs: unary(absolute),
    $concat: variadic(concatenate),
    $toLower: unary((value) =>
      isNullish(value) ? '' : text('$toLower', value).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    ),
    $toUpper: unary((value) =>
      isNullish(value) ? '' : text('$toUpper', value).replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    ),
    $size: unary(size),
    $arrayElemAt: binary(elementAt),
    $first: unary((value) => (isNullish(value) ? null : arrayOf('$first', value)[0])),
    $last: unary((value) => (isNullish(value) ? null : arrayOf('$last', value).at(-1))),
    $in: binary(isIn),
    $isArray: unary(Array.isArray),
    $concatArrays: variadic(concatenateArrays),
    $setUnion: variadic(union),
    $mergeObjects: variadic(mergeObjects),
    $max: variadic((values) => extreme(values, 1)),
    $min: variadic((values) => extreme(values, -1)),
    $sum: variadic(sum),
    $type: unary((value) => (value === undefined ? 'missing' : bsonTypeOf(value))),
  } satisfies Record<string, ExpressionOperator>),
);
