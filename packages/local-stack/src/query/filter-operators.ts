import { BSONRegExp } from 'bson';
import { bsonTypeOf, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { compareValues, typeRank, valuesEqual } from '../values/compare.ts';
import { toNumber, toSafeInteger } from '../values/exact-number.ts';
import { badValue } from '../wire/command-error.ts';
import { compileRegExp } from './regular-expression.ts';
import { typePredicate } from './type-alias.ts';

/** A test of what a path reaches: see `valuesAt`. */
export type Predicate = (values: readonly unknown[]) => boolean;

type CompileNested = (filter: Document) => (document: Document) => boolean;

/** Whether a field's operand is a document of operators, such as `{ $gt: 1 }`. */
export function hasOperators(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const [first] = Object.keys(operand);
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** All operators of one field have to hold. */
export function compileOperators(operators: Document, compileNested: CompileNested): Predicate {
  const predicates = Object.entries(operators).flatMap(([operator, operand]) => {
    if (operator === '$options') {
      if (!('$regex' in operators)) throw badValue('$options needs a $regex');
      return [];
    }
    if (operator === '$regex') return [regexPredicate(operand, operators['$options'])];
    return [compileOperator(operator, operand, compileNested)];
  });
  return (values) => predicates.every((predicate) => predicate(values));
}

function compileOperator(operator: string, operand: unknown, compileNested: CompileNested): Predicate {
  switch (operator) {
    case '$eq':
      return literalEquality(operand);
    case '$ne':
      if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
      return negate(literalEquality(operand));
    case '$gt':
      return rangePredicate(operator, operand, (order) => order > 0);
    case '$gte':
      return rangePredicate(operator, operand, (order) => order >= 0);
    case '$lt':
      return rangePredicate(operator, operand, (order) => order < 0);
    case '$lte':
      return rangePredicate(operator, operand, (order) => order <= 0);
    case '$in':
      return inPredicate(operator, operand);
    case '$nin':
      return negate(inPredicate(operator, operand));
    case '$not':
      return negate(notOperand(operand, compileNested));
    case '$exists':
      return existsPredicate(operand);
    case '$type':
      return onEachElement(typePredicate(operand));
    case '$size':
      return sizePredicate(operand);
    case '$mod':
      return modPredicate(operand);
    case '$all':
      return allPredicate(operand, compileNested);
    case '$elemMatch':
      return elementPredicate(operand, compileNested);
    default:
      throw badValue(`unknown operator: ${operator}`);
  }
}

function negate(predicate: Predicate): Predicate {
  return (values) => !predicate(values);
}

/** Applies a test to each reached value, and to each element where that is an array. */
function onEachElement(test: (value: unknown) => boolean): Predicate {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** `{ field: value }`: a regular expression matches, anything else is equal. */
export function equalityPredicate(operand: unknown): Predicate {
  return operand instanceof BSONRegExp ? regexPredicate(operand, undefined) : literalEquality(operand);
}

function literalEquality(operand: unknown): Predicate {
  if (operand === null) return onEachElement((value) => value === null || value === undefined);
  return onEachElement((value) => value !== undefined && valuesEqual(value, operand));
}

/** Ranges only compare values of one type with each other, MinKey and MaxKey apart. */
function rangePredicate(operator: string, operand: unknown, holds: (order: number) => boolean): Predicate {
  if (operand instanceof BSONRegExp) throw badValue(`Can't have RegEx as arg to predicate over field (${operator})`);
  const type = bsonTypeOf(operand);
  if (operand === null) return onEachElement((value) => (value === null || value === undefined) && holds(0));
  if (type === 'minKey' || type === 'maxKey') {
    return onEachElement((value) => value !== undefined && holds(compareValues(value, operand)));
  }
  const rank = typeRank(operand);
  const notANumber = isNumeric(operand) && Number.isNaN(toNumber(operand));
  return onEachElement((value) => {
    if (value === undefined || typeRank(value) !== rank) return false;
    // NaN is equal to itself only, and neither above nor below a number.
    if (isNumeric(value) && Number.isNaN(toNumber(value)) !== notANumber) return false;
    return holds(compareValues(value, operand));
  });
}

function inPredicate(operator: string, operand: unknown): Predicate {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  const predicates = operand.map((entry: unknown) => {
    if (hasOperators(entry)) throw badValue(`cannot nest $ under ${operator}`);
    return equalityPredicate(entry);
  });
  return (values) => predicates.some((predicate) => predicate(values));
}

function notOperand(operand: unknown, compileNested: CompileNested): Predicate {
  if (operand instanceof BSONRegExp) return regexPredicate(operand, undefined);
  if (!isDocument(operand)) throw badValue('$not needs a regex or a document');
  if (!hasOperators(operand)) throw badValue('$not cannot be empty');
  return compileOperators(operand, compileNested);
}

function existsPredicate(operand: unknown): Predicate {
  const wanted = !(operand === false || operand === null || (isNumeric(operand) && toNumber(operand) === 0));
  return (values) => values.some((value) => value !== undefined) === wanted;
}

function sizePredicate(operand: unknown): Predicate {
  const size = toSafeInteger(operand);
  if (size === undefined || size < 0) throw badValue('$size may not be negative and must be a whole number');
  return (values) => values.some((value) => Array.isArray(value) && value.length === size);
}

function modPredicate(operand: unknown): Predicate {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw badValue('malformed mod, needs to be an array of two numbers');
  }
  const divisor = Math.trunc(toNumber(operand[0]));
  const remainder = Math.trunc(toNumber(operand[1]));
  if (!Number.isSafeInteger(divisor) || !Number.isSafeInteger(remainder)) {
    throw badValue('malformed mod, divisor and remainder must be numbers');
  }
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return onEachElement((value) => {
    const number = Math.trunc(toNumber(value));
    return Number.isFinite(number) && (number % divisor) + 0 === remainder;
  });
}

function allPredicate(operand: unknown, compileNested: CompileNested): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  const predicates = operand.map((entry: unknown) => {
    if (isDocument(entry) && Object.keys(entry)[0] === '$elemMatch') {
      return elementPredicate(entry['$elemMatch'], compileNested);
    }
    if (hasOperators(entry)) throw badValue('no $ expressions in $all');
    return equalityPredicate(entry);
  });
  return (values) => predicates.length > 0 && predicates.every((predicate) => predicate(values));
}

function elementPredicate(operand: unknown, compileNested: CompileNested): Predicate {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const test = elementTest(operand, compileNested);
  return (values) => values.some((value) => Array.isArray(value) && value.some(test));
}

/** A document of operators tests the element itself; anything else is a filter on an element that is a document. */
export function elementTest(operand: Document, compileNested: CompileNested): (element: unknown) => boolean {
  const [first] = Object.keys(operand);
  const onDocument = first === undefined || !first.startsWith('$') || ['$and', '$or', '$nor', '$expr'].includes(first);
  if (!onDocument) {
    const predicate = compileOperators(operand, compileNested);
    return (element) => predicate([element]);
  }
  const matches = compileNested(operand);
  return (element) => isDocument(element) && matches(element);
}

function regexPredicate(operand: unknown, options: unknown): Predicate {
  const pattern = compileRegExp(operand, options);
  return onEachElement((value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof BSONRegExp && operand instanceof BSONRegExp && valuesEqual(value, operand),
  );
}
