import { Double, Int32, Long } from 'bson';
import { calculate } from '../values/arithmetic.ts';
import { bsonTypeOf, isNumeric } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { arrayOf, concatenateArrays, elementAt, isIn, mergeObjects, size, union } from './expression-arrays.ts';
import { isNullish, isTruthy } from './truth.ts';

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
