import { Double, Int32, Long } from 'bson';
import { calculate } from '../values/arithmetic.ts';
import { getBsonType, isNumeric } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import {
  requireArray,
  concatenateArrays,
  getElementAt,
  isIn,
  mergeObjects,
  countElements,
  mergeSets,
} from './expression-arrays.ts';
import { isNullish, isTruthy } from './truthiness.ts';

export type ExpressionOperator = {
  readonly minimum: number;
  readonly maximum: number;
  readonly evaluate: (values: readonly unknown[]) => unknown;
};

export function findOperator(name: string): ExpressionOperator | undefined {
  return operators.get(name);
}

const MANY = Number.POSITIVE_INFINITY;

function createUnaryOperator(evaluate: (value: unknown) => unknown): ExpressionOperator {
  return { minimum: 1, maximum: 1, evaluate: ([value]) => evaluate(value) };
}

function createBinaryOperator(evaluate: (left: unknown, right: unknown) => unknown): ExpressionOperator {
  return { minimum: 2, maximum: 2, evaluate: ([left, right]) => evaluate(left, right) };
}

function createVariadicOperator(evaluate: (values: readonly unknown[]) => unknown): ExpressionOperator {
  return { minimum: 0, maximum: MANY, evaluate };
}

function createComparisonOperator(holds: (order: number) => boolean): ExpressionOperator {
  return createBinaryOperator((left, right) => holds(compareWithMissing(left, right)));
}

/** Compares as expressions do: a missing value is below null. */
function compareWithMissing(left: unknown, right: unknown): number {
  return compareValues(left, right);
}

function requireNumber(name: string, value: unknown): unknown {
  if (!isNumeric(value)) {
    throw new CommandError('TypeMismatch', `${name} only supports numeric types, not ${getBsonType(value)}`);
  }
  return value;
}

function add(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new CommandError('Location16612', 'only one date allowed in an $add expression');
  const total = values
    .filter((value) => !(value instanceof Date))
    .reduce((sum, value) => calculate('add', sum, requireNumber('$add', value)), new Int32(0));
  const [date] = dates;
  return date === undefined ? total : new Date(date.getTime() + Math.round(toNumber(total)));
}

function subtract(left: unknown, right: unknown): unknown {
  if (isNullish(left) || isNullish(right)) return null;
  if (left instanceof Date && right instanceof Date) return Long.fromNumber(left.getTime() - right.getTime());
  if (left instanceof Date) return new Date(left.getTime() - Math.round(toNumber(requireNumber('$subtract', right))));
  return calculate('subtract', requireNumber('$subtract', left), requireNumber('$subtract', right));
}

function multiply(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.reduce(
    (product, value) => calculate('multiply', product, requireNumber('$multiply', value)),
    new Int32(1),
  );
}

function divide(left: unknown, right: unknown): unknown {
  if (isNullish(left) || isNullish(right)) return null;
  const divisor = toNumber(requireNumber('$divide', right));
  if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero");
  return new Double(toNumber(requireNumber('$divide', left)) / divisor);
}

function concatenate(values: readonly unknown[]): unknown {
  if (values.some(isNullish)) return null;
  return values.map((value) => requireText('$concat', value)).join('');
}

function requireText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new CommandError('Location16702', `${name} only supports strings, not ${getBsonType(value)}`);
}

function findExtreme(values: readonly unknown[], direction: 1 | -1): unknown {
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

function computeAbsolute(value: unknown): unknown {
  if (isNullish(value)) return null;
  return compareValues(requireNumber('$abs', value), new Int32(0)) < 0
    ? calculate('multiply', value, new Int32(-1))
    : value;
}

const operators: ReadonlyMap<string, ExpressionOperator> = new Map(
  Object.entries({
    $eq: createComparisonOperator((order) => order === 0),
    $ne: createComparisonOperator((order) => order !== 0),
    $gt: createComparisonOperator((order) => order > 0),
    $gte: createComparisonOperator((order) => order >= 0),
    $lt: createComparisonOperator((order) => order < 0),
    $lte: createComparisonOperator((order) => order <= 0),
    $cmp: createBinaryOperator((left, right) => new Int32(compareWithMissing(left, right))),
    $not: createUnaryOperator((value) => !isTruthy(value)),
    $add: createVariadicOperator(add),
    $subtract: createBinaryOperator(subtract),
    $multiply: createVariadicOperator(multiply),
    $divide: createBinaryOperator(divide),
    $abs: createUnaryOperator(computeAbsolute),
    $concat: createVariadicOperator(concatenate),
    $toLower: createUnaryOperator((value) =>
      isNullish(value) ? '' : requireText('$toLower', value).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    ),
    $toUpper: createUnaryOperator((value) =>
      isNullish(value) ? '' : requireText('$toUpper', value).replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    ),
    $size: createUnaryOperator(countElements),
    $arrayElemAt: createBinaryOperator(getElementAt),
    $first: createUnaryOperator((value) => (isNullish(value) ? null : requireArray('$first', value)[0])),
    $last: createUnaryOperator((value) => (isNullish(value) ? null : requireArray('$last', value).at(-1))),
    $in: createBinaryOperator(isIn),
    $isArray: createUnaryOperator(Array.isArray),
    $concatArrays: createVariadicOperator(concatenateArrays),
    $setUnion: createVariadicOperator(mergeSets),
    $mergeObjects: createVariadicOperator(mergeObjects),
    $max: createVariadicOperator((values) => findExtreme(values, 1)),
    $min: createVariadicOperator((values) => findExtreme(values, -1)),
    $sum: createVariadicOperator(sum),
    $type: createUnaryOperator((value) => (value === undefined ? 'missing' : getBsonType(value))),
  } satisfies Record<string, ExpressionOperator>),
);
