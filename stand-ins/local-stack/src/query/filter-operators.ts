import { BSONRegExp } from 'bson';
import { getBsonType, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { compareValues, getTypeRank, areValuesEqual } from '../values/compare.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { createBadValueError } from '../wire/command-error.ts';
import { compileRegExp } from './regular-expression.ts';
import { compileTypePredicate } from './type-alias.ts';

/** A test of the values that a path reaches, as `getValuesAt` returns them. */
export type Predicate = (values: readonly unknown[]) => boolean;

type CompileNested = (filter: Document) => (document: Document) => boolean;

/** Whether a field's operand is a document of operators, such as `{ $gt: 1 }`. */
export function hasOperators(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const [first] = Object.keys(operand);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** Compiles the operators of one field, all of which have to hold. */
export function compileOperators(operators: Document, compileNested: CompileNested): Predicate {
  const predicates = Object.entries(operators).flatMap(([operator, operand]) => {
    if (operator === '$options') {
      if (!('$regex' in operators)) throw createBadValueError('$options needs a $regex');
      return [];
    }
    if (operator === '$regex') return [compileRegexPredicate(operand, operators['$options'])];
    return [compileOperator(operator, operand, compileNested)];
  });
  return (values) => predicates.every((predicate) => predicate(values));
}

function compileOperator(operator: string, operand: unknown, compileNested: CompileNested): Predicate {
  switch (operator) {
    case '$eq':
      return compileLiteralEquality(operand);
    case '$ne':
      if (operand instanceof BSONRegExp) throw createBadValueError("Can't have regex as arg to $ne.");
      return negate(compileLiteralEquality(operand));
    case '$gt':
      return compileRangePredicate(operator, operand, (order) => order > 0);
    case '$gte':
      return compileRangePredicate(operator, operand, (order) => order >= 0);
    case '$lt':
      return compileRangePredicate(operator, operand, (order) => order < 0);
    case '$lte':
      return compileRangePredicate(operator, operand, (order) => order <= 0);
    case '$in':
      return compileInPredicate(operator, operand);
    case '$nin':
      return negate(compileInPredicate(operator, operand));
    case '$not':
      return negate(compileNotOperand(operand, compileNested));
    case '$exists':
      return compileExistsPredicate(operand);
    case '$type':
      return testEachElement(compileTypePredicate(operand));
    case '$size':
      return compileSizePredicate(operand);
    case '$mod':
      return compileModPredicate(operand);
    case '$all':
      return compileAllPredicate(operand, compileNested);
    case '$elemMatch':
      return compileElementPredicate(operand, compileNested);
    default:
      throw createBadValueError(`unknown operator: ${operator}`);
  }
}

function negate(predicate: Predicate): Predicate {
  return (values) => !predicate(values);
}

/** Applies a test to each value reached, and to each element of a value that is an array. */
function testEachElement(test: (value: unknown) => boolean): Predicate {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** `{ field: value }`: a regular expression is matched, anything else is compared. */
export function compileEqualityPredicate(operand: unknown): Predicate {
  return operand instanceof BSONRegExp ? compileRegexPredicate(operand, undefined) : compileLiteralEquality(operand);
}

function compileLiteralEquality(operand: unknown): Predicate {
  if (operand === null) return testEachElement((value) => value === null || value === undefined);
  return testEachElement((value) => value !== undefined && areValuesEqual(value, operand));
}

/** A range only compares values of the same type, except for MinKey and MaxKey. */
function compileRangePredicate(operator: string, operand: unknown, holds: (order: number) => boolean): Predicate {
  if (operand instanceof BSONRegExp) {
    throw createBadValueError(`Can't have RegEx as arg to predicate over field (${operator})`);
  }
  const type = getBsonType(operand);
  if (operand === null) return testEachElement((value) => (value === null || value === undefined) && holds(0));
  if (type === 'minKey' || type === 'maxKey') {
    return testEachElement((value) => value !== undefined && holds(compareValues(value, operand)));
  }
  const rank = getTypeRank(operand);
  const notANumber = isNumeric(operand) && Number.isNaN(toNumber(operand));
  return testEachElement((value) => {
    if (value === undefined || getTypeRank(value) !== rank) return false;
    // NaN equals only itself, and is neither above nor below any number.
    if (isNumeric(value) && Number.isNaN(toNumber(value)) !== notANumber) return false;
    return holds(compareValues(value, operand));
  });
}

function compileInPredicate(operator: string, operand: unknown): Predicate {
  if (!Array.isArray(operand)) throw createBadValueError(`${operator} needs an array`);
  const predicates = operand.map((entry: unknown) => {
    if (hasOperators(entry)) throw createBadValueError(`cannot nest $ under ${operator}`);
    return compileEqualityPredicate(entry);
  });
  return (values) => predicates.some((predicate) => predicate(values));
}

function compileNotOperand(operand: unknown, compileNested: CompileNested): Predicate {
  if (operand instanceof BSONRegExp) return compileRegexPredicate(operand, undefined);
  if (!isDocument(operand)) throw createBadValueError('$not needs a regex or a document');
  if (!hasOperators(operand)) throw createBadValueError('$not cannot be empty');
  return compileOperators(operand, compileNested);
}

function compileExistsPredicate(operand: unknown): Predicate {
  const wanted = !(operand === false || operand === null || (isNumeric(operand) && toNumber(operand) === 0));
  return (values) => values.some((value) => value !== undefined) === wanted;
}

function compileSizePredicate(operand: unknown): Predicate {
  const size = toSafeInteger(operand);
  if (size === undefined || size < 0) throw createBadValueError('$size may not be negative and must be a whole number');
  return (values) => values.some((value) => Array.isArray(value) && value.length === size);
}

function compileModPredicate(operand: unknown): Predicate {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw createBadValueError('malformed mod, needs to be an array of two numbers');
  }
  const divisor = Math.trunc(toNumber(operand[0]));
  const remainder = Math.trunc(toNumber(operand[1]));
  if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder)) {
    throw createBadValueError('malformed mod, divisor and remainder must be numbers');
  }
  if (divisor === 0) throw createBadValueError('divisor cannot be 0');
  return testEachElement((value) => {
    const number = Math.trunc(toNumber(value));
    return Number.isFinite(number) && (number % divisor) + 0 === remainder;
  });
}

function compileAllPredicate(operand: unknown, compileNested: CompileNested): Predicate {
  if (!Array.isArray(operand)) throw createBadValueError('$all needs an array');
  const predicates = operand.map((entry: unknown) => {
    if (isDocument(entry) && Object.keys(entry)[0] === '$elemMatch') {
      return compileElementPredicate(entry['$elemMatch'], compileNested);
    }
    if (hasOperators(entry)) throw createBadValueError('no $ expressions in $all');
    return compileEqualityPredicate(entry);
  });
  return (values) => predicates.length > 0 && predicates.every((predicate) => predicate(values));
}

function compileElementPredicate(operand: unknown, compileNested: CompileNested): Predicate {
  if (!isDocument(operand)) throw createBadValueError('$elemMatch needs an Object');
  const test = compileElementTest(operand, compileNested);
  return (values) => values.some((value) => Array.isArray(value) && value.some(test));
}

/** A document of operators tests the element itself; any other document is a filter for elements that are documents. */
export function compileElementTest(operand: Document, compileNested: CompileNested): (element: unknown) => boolean {
  const [first] = Object.keys(operand);
  const onDocument = first === undefined || !first.startsWith('$') || ['$and', '$or', '$nor', '$expr'].includes(first);
  if (!onDocument) {
    const predicate = compileOperators(operand, compileNested);
    return (element) => predicate([element]);
  }
  const matches = compileNested(operand);
  return (element) => isDocument(element) && matches(element);
}

function compileRegexPredicate(operand: unknown, options: unknown): Predicate {
  const pattern = compileRegExp(operand, options);
  return testEachElement((value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof BSONRegExp && operand instanceof BSONRegExp && areValuesEqual(value, operand),
  );
}
