import { Double, Int32 } from 'bson';
import type { Evaluate, Scope } from '../query/evaluate.ts';
import { mergeObjects } from '../query/expression-arrays.ts';
import { compileExpression } from '../query/expression.ts';
import { calculate } from '../values/arithmetic.ts';
import { isDocument, isNumeric } from '../values/bson-type.ts';
import { compareValues, areValuesEqual } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';

type Fold = (values: readonly unknown[]) => unknown;

export type Accumulator = { readonly evaluate: Evaluate; readonly fold: Fold };

/** Compiles an accumulator of `$group`, such as `{ $sum: expression }`. */
export function compileAccumulator(field: string, operand: unknown, scope: Scope): Accumulator {
  if (!isDocument(operand)) {
    throw new CommandError('Location40234', `The field '${field}' must be an accumulator object`);
  }
  const [[name, argument] = ['', undefined], ...rest] = Object.entries(operand);
  if (rest.length > 0) throw new CommandError('Location40238', `The field '${field}' must specify one accumulator`);
  if (name === '$count') {
    if (!isEmptyDocument(argument)) throw new CommandError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return { evaluate: () => new Int32(1), fold: sum };
  }
  if (Array.isArray(argument)) {
    throw new CommandError('Location40237', `The ${name} accumulator is a unary operator`);
  }
  const fold = folds[name];
  if (fold === undefined) throw new CommandError('Location15952', `unknown group operator '${name}'`);
  return { evaluate: compileExpression(argument, scope), fold };
}

function isEmptyDocument(value: unknown): boolean {
  return isDocument(value) && Object.keys(value).length === 0;
}

function sum(values: readonly unknown[]): unknown {
  return values.filter(isNumeric).reduce<unknown>((total, value) => calculate('add', total, value), new Int32(0));
}

function average(values: readonly unknown[]): unknown {
  const numbers = values.filter(isNumeric);
  return numbers.length === 0 ? null : new Double(toNumber(sum(numbers)) / numbers.length);
}

function findExtreme(values: readonly unknown[], direction: 1 | -1): unknown {
  const present = values.filter((value) => value !== undefined && value !== null);
  return (
    present.reduce<unknown>(
      (best, value) => (best === undefined || compareValues(value, best) * direction > 0 ? value : best),
      undefined,
    ) ?? null
  );
}

const folds: Readonly<Record<string, Fold>> = {
  $sum: sum,
  $avg: average,
  $min: (values) => findExtreme(values, -1),
  $max: (values) => findExtreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) =>
    values.filter(
      (value, index) =>
        value !== undefined &&
        values.findIndex((other) => other !== undefined && areValuesEqual(other, value)) === index,
    ),
  $mergeObjects: mergeObjects,
};
