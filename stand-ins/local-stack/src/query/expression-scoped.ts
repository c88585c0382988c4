import { isArray, isDocument } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import type { Environment, Evaluate, Scope } from './evaluate.ts';
import { compareBy, parseSort } from './sort-specification.ts';
import { isTruthy } from './truthiness.ts';
import { checkVariableName } from './variable-name.ts';

type Compile = (expression: unknown, scope: Scope) => Evaluate;

const scopedOperators = new Set([
  '$cond',
  '$switch',
  '$and',
  '$or',
  '$ifNull',
  '$let',
  '$map',
  '$filter',
  '$reduce',
  '$sortArray',
]);

/** Operators that take named arguments, bind variables, or evaluate only some of their arguments. */
export function isScopedOperator(name: string): boolean {
  return scopedOperators.has(name);
}

export function compileScopedOperator(name: string, operand: unknown, scope: Scope, compile: Compile): Evaluate {
  switch (name) {
    case '$cond':
      return compileCondition(operand, scope, compile);
    case '$switch':
      return compileSwitch(operand, scope, compile);
    case '$and': {
      const parts = toList(operand).map((part) => compile(part, scope));
      return (environment) => parts.every((evaluate) => isTruthy(evaluate(environment)));
    }
    case '$or': {
      const parts = toList(operand).map((part) => compile(part, scope));
      return (environment) => parts.some((evaluate) => isTruthy(evaluate(environment)));
    }
    case '$ifNull':
      return compileIfNull(operand, scope, compile);
    case '$let':
      return compileLet(operand, scope, compile);
    case '$sortArray':
      return compileSortArray(operand, scope, compile);
    default:
      return compileIteration(name, operand, scope, compile);
  }
}

function toList(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

/** Reads the named arguments of an operator, and refuses an unknown or missing one. */
function readNamedArguments(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, unknown> {
  if (!isDocument(operand)) throw new CommandError('FailedToParse', `${name} only supports an object as its argument`);
  for (const key of Object.keys(operand)) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw new CommandError('FailedToParse', `Unrecognized parameter to ${name}: ${key}`);
    }
  }
  for (const key of required) {
    if (!Object.hasOwn(operand, key)) throw new CommandError('FailedToParse', `Missing '${key}' parameter to ${name}`);
  }
  return operand;
}

function compileCondition(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  if (Array.isArray(operand) && operand.length !== 3) {
    throw new CommandError('Location16020', 'Expression $cond takes exactly 3 arguments');
  }
  const parts: readonly unknown[] = Array.isArray(operand)
    ? operand
    : Object.values(pickKeys(readNamedArguments('$cond', operand, ['if', 'then', 'else']), ['if', 'then', 'else']));
  const [condition, whenTrue, whenFalse] = parts.map((part) => compile(part, scope));
  return (environment) => (isTruthy(condition?.(environment)) ? whenTrue?.(environment) : whenFalse?.(environment));
}

function pickKeys(document: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, document[key]]));
}

function compileSwitch(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  const options = readNamedArguments('$switch', operand, [], ['branches', 'default']);
  const given = options['branches'] ?? [];
  if (!isArray(given)) throw new CommandError('Location40061', "$switch expected an array for 'branches'");
  if (given.length === 0) throw new CommandError('Location40068', '$switch requires at least one branch.');
  const branches = given.map((branch) => {
    const parts = readNamedArguments('$switch branch', branch, ['case', 'then']);
    return { condition: compile(parts['case'], scope), result: compile(parts['then'], scope) };
  });
  const fallback = Object.hasOwn(options, 'default') ? compile(options['default'], scope) : undefined;
  return (environment) => {
    const branch = branches.find(({ condition }) => isTruthy(condition(environment)));
    if (branch !== undefined) return branch.result(environment);
    if (fallback === undefined) {
      throw new CommandError('Location40066', '$switch could not find a matching branch, and no default was given');
    }
    return fallback(environment);
  };
}

function compileIfNull(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  const parts = toList(operand).map((part) => compile(part, scope));
  if (parts.length < 2) throw new CommandError('Location1257300', '$ifNull needs at least two arguments');
  const last = parts.at(-1);
  return (environment) => {
    for (const evaluate of parts.slice(0, -1)) {
      const value = evaluate(environment);
      if (value !== undefined && value !== null) return value;
    }
    return last?.(environment);
  };
}

function compileLet(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  const options = readNamedArguments('$let', operand, ['vars', 'in']);
  if (!isDocument(options['vars'])) throw new CommandError('FailedToParse', '$let vars must be an object');
  const variables = Object.entries(options['vars']).map(
    ([name, part]) => [checkVariableName(name), compile(part, scope)] as const,
  );
  const inner = declareVariables(
    scope,
    variables.map(([name]) => name),
  );
  const evaluate = compile(options['in'], inner);
  return (environment) => {
    const values = Object.fromEntries(variables.map(([name, part]) => [name, part(environment)]));
    return evaluate(bindVariables(environment, values));
  };
}

function declareVariables(scope: Scope, names: readonly string[]): Scope {
  return { variables: { ...scope.variables, ...Object.fromEntries(names.map((name) => [name, undefined])) } };
}

function bindVariables(environment: Environment, values: Readonly<Record<string, unknown>>): Environment {
  return { ...environment, variables: { ...environment.variables, ...values } };
}

function compileIteration(name: string, operand: unknown, scope: Scope, compile: Compile): Evaluate {
  if (name === '$reduce') return compileReduce(operand, scope, compile);
  const bodyName = name === '$map' ? 'in' : 'cond';
  const options = readNamedArguments(name, operand, ['input', bodyName], name === '$map' ? ['as'] : ['as', 'limit']);
  const variable = Object.hasOwn(options, 'as') ? checkVariableName(options['as']) : 'this';
  const input = compile(options['input'], scope);
  const body = compile(options[bodyName], declareVariables(scope, [variable]));
  const limit = Object.hasOwn(options, 'limit') ? toSafeInteger(options['limit']) : Number.POSITIVE_INFINITY;
  if (limit === undefined || limit < 1) {
    throw new CommandError('Location327391', '$filter limit must be a positive whole number');
  }
  return (environment) => {
    const values = readArrayInput(name, input(environment));
    if (values === null) return null;
    const evaluate = (value: unknown): unknown => body(bindVariables(environment, { [variable]: value }));
    if (name === '$map') return values.map((value) => evaluate(value) ?? null);
    return values.filter((value) => isTruthy(evaluate(value))).slice(0, limit);
  };
}

function readArrayInput(name: string, value: unknown): readonly unknown[] | null {
  if (value === undefined || value === null) return null;
  if (isArray(value)) return value;
  throw new CommandError('Location16883', `input to ${name} must be an array`);
}

function compileReduce(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  const options = readNamedArguments('$reduce', operand, ['input', 'initialValue', 'in']);
  const input = compile(options['input'], scope);
  const initial = compile(options['initialValue'], scope);
  const body = compile(options['in'], declareVariables(scope, ['this', 'value']));
  return (environment) => {
    const values = readArrayInput('$reduce', input(environment));
    if (values === null) return null;
    return values.reduce(
      (value, element) => body(bindVariables(environment, { this: element, value })),
      initial(environment),
    );
  };
}

function compileSortArray(operand: unknown, scope: Scope, compile: Compile): Evaluate {
  const options = readNamedArguments('$sortArray', operand, ['input', 'sortBy']);
  const input = compile(options['input'], scope);
  const direction = toSafeInteger(options['sortBy']);
  const compare = isDocument(options['sortBy'])
    ? compareBy(parseSort(options['sortBy']))
    : (left: unknown, right: unknown) => compareValues(left, right) * (direction ?? 1);
  if (!isDocument(options['sortBy']) && direction !== 1 && direction !== -1) {
    throw new CommandError('Location2942507', '$sortArray sortBy must be an object, 1 or -1');
  }
  return (environment) => readArrayInput('$sortArray', input(environment))?.toSorted(compare) ?? null;
}
