import { compileElementTest, compileEqualityPredicate } from '../query/filter-operators.ts';
import { compileFilter } from '../query/filter.ts';
import { compareBy, parseSort } from '../query/sort-specification.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { compareValues, areValuesEqual } from '../values/compare.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { createBadValueError } from '../wire/command-error.ts';

type ArrayChange = (current: readonly unknown[]) => unknown[];

const modifiers = ['$each', '$slice', '$sort', '$position'];

/** `$push` with its modifiers: each, then position, then sort, then slice. */
export function compilePush(operand: unknown): ArrayChange {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) {
    const alone = isDocument(operand) && Object.keys(operand).find((name) => modifiers.includes(name));
    if (typeof alone === 'string') throw createBadValueError(`The modifier ${alone} of $push has to be with $each`);
    return (current) => [...current, operand];
  }
  for (const name of Object.keys(operand)) {
    if (!modifiers.includes(name)) {
      throw createBadValueError(`Unrecognized clause in $push: ${name}`);
    }
  }
  const added = readEach('$push', operand);
  const position = readOptionalInteger('$position', operand) ?? Number.POSITIVE_INFINITY;
  const slice = readOptionalInteger('$slice', operand);
  const compare = compilePushOrder(operand['$sort']);
  return (current) => {
    const start = position < 0 ? Math.max(0, current.length + position) : Math.min(position, current.length);
    const joined = [...current.slice(0, start), ...added, ...current.slice(start)];
    const sorted = compare === undefined ? joined : joined.toSorted(compare);
    if (slice === undefined) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

function readEach(operator: string, operand: Document): readonly unknown[] {
  const each = operand['$each'];
  if (!Array.isArray(each)) throw createBadValueError(`The argument to $each in ${operator} must be an array`);
  return each;
}

function readOptionalInteger(name: string, operand: Document): number | undefined {
  if (!Object.hasOwn(operand, name)) return undefined;
  const value = toSafeInteger(operand[name]);
  if (value === undefined) throw createBadValueError(`The value for ${name} must be an integer value`);
  return value;
}

function compilePushOrder(specification: unknown): ((left: unknown, right: unknown) => number) | undefined {
  if (specification === undefined) return undefined;
  if (isDocument(specification)) return compareBy(parseSort(specification));
  const direction = toNumber(specification);
  if (direction !== 1 && direction !== -1) throw createBadValueError('The $sort element value must be either 1 or -1');
  return (left, right) => compareValues(left, right) * direction;
}

export function compileAddToSet(operand: unknown): ArrayChange {
  const isEach = isDocument(operand) && Object.keys(operand)[0] === '$each';
  if (isEach && Object.keys(operand).length > 1) {
    throw createBadValueError('Found unexpected fields after $each in $addToSet');
  }
  const added = isEach ? readEach('$addToSet', operand) : [operand];
  return (current) => {
    const result = [...current];
    for (const value of added) if (!result.some((element) => areValuesEqual(element, value))) result.push(value);
    return result;
  };
}

export function compilePull(operand: unknown): ArrayChange {
  const test = compilePullTest(operand);
  return (current) => current.filter((element) => !test(element));
}

function compilePullTest(operand: unknown): (element: unknown) => boolean {
  if (isDocument(operand)) return compileElementTest(operand, (filter) => compileFilter(filter, { variables: {} }));
  const predicate = compileEqualityPredicate(operand);
  if (Array.isArray(operand)) return (element) => areValuesEqual(element, operand);
  return (element) => !Array.isArray(element) && predicate([element]);
}

export function compilePullAll(operand: unknown): ArrayChange {
  if (!Array.isArray(operand)) throw createBadValueError('$pullAll requires an array argument');
  return (current) => current.filter((element) => !operand.some((value: unknown) => areValuesEqual(element, value)));
}

export function compilePop(operand: unknown): ArrayChange {
  const end = toNumber(operand);
  if (end !== 1 && end !== -1) throw createBadValueError('$pop expects 1 or -1');
  return (current) => (end === 1 ? current.slice(0, -1) : current.slice(1));
}
