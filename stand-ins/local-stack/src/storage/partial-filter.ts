import { hasOperators } from '../query/filter-operators.ts';
import { compileFilter, type Matcher } from '../query/filter.ts';
import { isTruthy } from '../query/truthiness.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';

const operators = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$in', '$exists']);

/**
 * Compiles the filter of a partial index. Throws CannotCreateIndex for an expression that such a filter cannot have.
 * Source: manual, "Partial Indexes", the operators of partialFilterExpression.
 */
export function compilePartialFilter(filter: unknown): Matcher {
  if (!isDocument(filter)) throw new CommandError('TypeMismatch', 'partialFilterExpression must be an object');
  checkFilter(filter);
  return compileFilter(filter, { variables: {} });
}

function checkFilter(filter: Document): void {
  for (const [key, operand] of Object.entries(filter)) {
    if (key === '$and' || key === '$or') {
      for (const part of Array.isArray(operand) ? operand : []) if (isDocument(part)) checkFilter(part);
    } else if (key.startsWith('$')) {
      throw createUnsupportedError(key);
    } else if (hasOperators(operand)) {
      checkOperators(operand);
    }
  }
}

function checkOperators(operand: Document): void {
  for (const [operator, value] of Object.entries(operand)) {
    if (!operators.has(operator)) throw createUnsupportedError(operator);
    if (operator === '$exists' && !isTruthy(value)) throw createUnsupportedError('$exists: false');
  }
}

function createUnsupportedError(expression: string): CommandError {
  return new CommandError('CannotCreateIndex', `Expression not supported in partial index: ${expression}`);
}
