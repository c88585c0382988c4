import { isDocument, isNumeric } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { compareNumbers, toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { compileRegExp } from './regular-expression.ts';

/** The rules of a schema that a value breaks, each as `keyword at path`. */
export type SchemaRule = (value: unknown, path: string) => readonly string[];

const jsonTypes: Readonly<Record<string, string>> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
};

export function createRule(keyword: string, holds: (value: unknown) => boolean): SchemaRule {
  return (value, path) => (holds(value) ? [] : [`${keyword} at ${path === '' ? 'the document' : path}`]);
}

export function toTypeAliases(operand: unknown): string[] {
  const names = Array.isArray(operand) ? operand : [operand];
  return names.map((name: unknown) => {
    const alias = typeof name === 'string' ? jsonTypes[name] : undefined;
    if (alias === undefined) throw new CommandError('FailedToParse', `$jsonSchema type is unknown: ${String(name)}`);
    return alias;
  });
}

export function compileEnumRule(operand: unknown): SchemaRule {
  const allowed = requireList('enum', operand);
  return createRule('enum', (value) => allowed.some((entry) => areValuesEqual(entry, value)));
}

export function compileBoundRule(keyword: string, operand: unknown, direction: 1 | -1, exclusive: unknown): SchemaRule {
  if (!isNumeric(operand)) throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be a number`);
  const strict = exclusive === true;
  return createRule(keyword, (value) => {
    if (!isNumeric(value)) return true;
    const order = compareNumbers(value, operand) * direction;
    return strict ? order > 0 : order >= 0;
  });
}

export function compileSizeRule(keyword: string, operand: unknown): SchemaRule {
  const limit = toSafeInteger(operand);
  if (limit === undefined || limit < 0) {
    throw new CommandError('FailedToParse', `$jsonSchema ${keyword} must be a whole number`);
  }
  const measure = measures[keyword.slice(3)];
  const isMinimum = keyword.startsWith('min');
  return createRule(keyword, (value) => {
    const size = measure?.(value);
    return size === undefined || (isMinimum ? size >= limit : size <= limit);
  });
}

const measures: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  Length: (value) => (typeof value === 'string' ? Array.from(value).length : undefined),
  Items: (value) => (Array.isArray(value) ? value.length : undefined),
  Properties: (value) => (isDocument(value) ? Object.keys(value).length : undefined),
};

export function compilePatternRule(operand: unknown): SchemaRule {
  checkText('pattern', operand);
  const pattern = compileRegExp(operand, undefined);
  return createRule('pattern', (value) => typeof value !== 'string' || pattern.test(value));
}

export function hasUniqueItems(value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  return value.every((item, index) => value.findIndex((other) => areValuesEqual(item, other)) === index);
}

export function requireList(keyword: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw new CommandError('FailedToParse', `$jsonSchema ${keyword} must be a nonempty array`);
  }
  return operand;
}

/** Reads a list of distinct strings, as `required` takes. */
export function requireNames(keyword: string, operand: unknown): readonly string[] {
  const names = requireList(keyword, operand).map((name) => {
    checkText(keyword, name);
    return String(name);
  });
  if (new Set(names).size === names.length) return names;
  throw new CommandError('FailedToParse', `$jsonSchema ${keyword} cannot name a field twice`);
}

export function requireFlag(keyword: string, operand: unknown): boolean {
  if (typeof operand === 'boolean') return operand;
  throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be a boolean`);
}

export function checkText(keyword: string, operand: unknown): void {
  if (typeof operand !== 'string') throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be a string`);
}
