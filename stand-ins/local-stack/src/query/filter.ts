import type { Document } from '../values/bson-type.ts';
import { isDocument } from '../values/bson-type.ts';
import { getValuesAt } from '../values/path.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';
import type { Scope } from './evaluate.ts';
import { compileExpression } from './expression.ts';
import { compileOperators, compileEqualityPredicate, hasOperators } from './filter-operators.ts';
import { compileJsonSchema } from './json-schema.ts';
import { isTruthy } from './truthiness.ts';

export type Matcher = (document: Document) => boolean;

/**
 * Turns a query filter into a test of one document. Throws `CommandError` (BadValue) for an operator
 * that is unknown or not supported, before any document is looked at.
 */
export function compileFilter(filter: Document, scope: Scope): Matcher {
  const matchers = Object.entries(filter).flatMap(([key, operand]) => {
    if (key === '$comment') return [];
    return [key.startsWith('$') ? compileTopLevel(key, operand, scope) : compileField(key, operand, scope)];
  });
  const [only] = matchers;
  if (matchers.length === 1 && only !== undefined) return only;
  return (document) => matchers.every((matches) => matches(document));
}

function compileTopLevel(operator: string, operand: unknown, scope: Scope): Matcher {
  switch (operator) {
    case '$and': {
      const parts = compileList(operator, operand, scope);
      return (document) => parts.every((matches) => matches(document));
    }
    case '$or': {
      const parts = compileList(operator, operand, scope);
      return (document) => parts.some((matches) => matches(document));
    }
    case '$nor': {
      const parts = compileList(operator, operand, scope);
      return (document) => !parts.some((matches) => matches(document));
    }
    case '$expr':
      return compileExpressionFilter(operand, scope);
    case '$jsonSchema':
      return compileSchemaFilter(operand);
    default:
      throw createBadValueError(
        `unknown top level operator: ${operator}. If you are trying to use an expression, use $expr.`,
      );
  }
}

function compileExpressionFilter(operand: unknown, scope: Scope): Matcher {
  const evaluate = compileExpression(operand, scope);
  return (document) => isTruthy(evaluate({ root: document, current: document, variables: scope.variables }));
}

function compileSchemaFilter(operand: unknown): Matcher {
  if (!isDocument(operand)) throw new CommandError('TypeMismatch', '$jsonSchema must be an object');
  const validate = compileJsonSchema(operand);
  return (document) => validate(document).length === 0;
}

function compileList(operator: string, operand: unknown, scope: Scope): Matcher[] {
  if (!Array.isArray(operand)) throw createBadValueError(`${operator} must be an array`);
  if (operand.length === 0) throw createBadValueError(`${operator} must be a nonempty array`);
  return operand.map((part: unknown) => {
    if (!isDocument(part)) throw createBadValueError(`${operator} entries need to be full objects`);
    return compileFilter(part, scope);
  });
}

function compileField(path: string, operand: unknown, scope: Scope): Matcher {
  const components = path.split('.');
  const compileNested = (filter: Document): Matcher => compileFilter(filter, scope);
  const predicate = hasOperators(operand)
    ? compileOperators(operand, compileNested)
    : compileEqualityPredicate(operand);
  return (document) => predicate(getValuesAt(document, components));
}
