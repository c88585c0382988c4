import { type Document, isDocument } from '../values/bson-type.ts';
import { getOwnField } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';
import type { Scope, Evaluate } from './evaluate.ts';
import { findOperator } from './expression-operators.ts';
import { compileScopedOperator, isScopedOperator } from './expression-scoped.ts';

/** Compiles an aggregation expression. Throws `CommandError` for an operator or variable that is unknown or not supported. */
export function compileExpression(expression: unknown, scope: Scope): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return compileReference(expression, scope);
  if (Array.isArray(expression)) {
    const parts = expression.map((part: unknown) => compileExpression(part, scope));
    return (environment) => parts.map((evaluate) => evaluate(environment) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [name] = Object.keys(expression);
  if (name?.startsWith('$') === true) return compileOperator(name, expression, scope);
  return compileObject(expression, scope);
}

function compileReference(reference: string, scope: Scope): Evaluate {
  if (!reference.startsWith('$$')) {
    const path = parseFieldPath(reference.slice(1));
    return ({ root }) => readPath(root, path);
  }
  const [variable = '', ...path] = reference.slice(2).split('.');
  if (variable === 'ROOT') return ({ root }) => readPath(root, path);
  if (variable === 'CURRENT') return ({ root }) => readPath(root, path);
  if (variable === 'REMOVE') return () => undefined;
  if (!Object.hasOwn(scope.variables, variable)) {
    throw new CommandError('Location17276', `Use of undefined variable: ${variable}`);
  }
  return ({ variables }) => readPath(variables[variable], path);
}

function parseFieldPath(path: string): string[] {
  const components = path.split('.');
  if (components.includes('')) throw new CommandError('Location40353', `FieldPath '${path}' has an empty component`);
  return components;
}

/** Reads a path as expressions do: through arrays element by element, never by index. */
export function readPath(value: unknown, path: readonly string[], from = 0): unknown {
  const component = path[from];
  if (component === undefined) return value;
  if (Array.isArray(value)) {
    const found = value.filter(isDocument).map((element) => readPath(element, path, from));
    return found.filter((element) => element !== undefined);
  }
  return isDocument(value) ? readPath(getOwnField(value, component), path, from + 1) : undefined;
}

function compileObject(expression: Document, scope: Scope): Evaluate {
  const fields = Object.entries(expression).map(([name, part]) => {
    if (name.startsWith('$')) {
      throw new CommandError('Location15983', `An expression object takes one operator; found ${name} beside fields`);
    }
    return [name, compileExpression(part, scope)] as const;
  });
  return (environment) => {
    const result: Document = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(environment);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

function compileOperator(name: string, expression: Document, scope: Scope): Evaluate {
  if (Object.keys(expression).length !== 1) {
    throw new CommandError('Location15983', 'An object representing an expression must have exactly one field');
  }
  const operand = expression[name];
  if (name === '$literal') return () => operand;
  if (isScopedOperator(name)) return compileScopedOperator(name, operand, scope, compileExpression);
  const operator = findOperator(name);
  if (operator === undefined) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  const operands: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (operands.length < operator.minimum || operands.length > operator.maximum) {
    throw new CommandError(
      'Location16020',
      `Expression ${name} takes ${operator.minimum} to ${operator.maximum} arguments. ${operands.length} were passed in.`,
    );
  }
  const parts = operands.map((part) => compileExpression(part, scope));
  return (environment) => operator.evaluate(parts.map((evaluate) => evaluate(environment)));
}
