import { type Document, bsonTypeOf, isDocument, isNumeric } from '../values/bson-type.ts';
import { valuesEqual } from '../values/compare.ts';
import { compareNumbers, toSafeInteger } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { compileRegExp } from './regular-expression.ts';
import { isTruthy } from './truth.ts';
import { typePredicate } from './type-alias.ts';

/** The rules that a value breaks, each as `keyword` at `path`; empty when it is valid. */
export type SchemaValidator = (value: unknown) => readonly string[];

type Rule = (value: unknown, path: string) => readonly string[];

const jsonTypes: Readonly<Record<string, string>> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
};

/**
 * Compiles MongoDB's `$jsonSchema` (draft 4 plus `bsonType`). A keyword that is not supported is refused (FailedToParse),
 * as MongoDB does for the ones it does not know. Source: manual, "$jsonSchema", Available Keywords.
 */
export function compileJsonSchema(schema: Document): SchemaValidator {
  const rule = compileSchema(schema);
  return (value) => rule(value, '');
}

function compileSchema(schema: Document): Rule {
  const rules = Object.entries(schema).flatMap(([keyword, operand]) => compileKeyword(keyword, operand, schema));
  return (value, path) => rules.flatMap((rule) => rule(value, path));
}

function compileKeyword(keyword: string, operand: unknown, schema: Document): Rule[] {
  switch (keyword) {
    case 'title':
    case 'description':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [];
    case 'bsonType':
      return [check(keyword, typePredicate(operand))];
    case 'type':
      return [check(keyword, typePredicate(jsonTypeAliases(operand)))];
    case 'enum':
      return [enumRule(operand)];
    case 'minimum':
      return [boundRule(keyword, operand, 1, schema['exclusiveMinimum'])];
    case 'maximum':
      return [boundRule(keyword, operand, -1, schema['exclusiveMaximum'])];
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return [sizeRule(keyword, operand)];
    case 'pattern':
      return [patternRule(operand)];
    case 'uniqueItems':
      return isTruthy(operand) ? [check(keyword, hasUniqueItems)] : [];
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
    case 'not':
      return [compositionRule(keyword, operand)];
    case 'required':
      return [requiredRule(operand)];
    case 'properties':
      return [propertiesRule(operand)];
    case 'additionalProperties':
      return [additionalRule(operand, schema)];
    case 'items':
      return [itemsRule(operand)];
    default:
      throw new CommandError('FailedToParse', `Unknown $jsonSchema keyword: ${keyword}`);
  }
}

function check(keyword: string, holds: (value: unknown) => boolean): Rule {
  return (value, path) => (holds(value) ? [] : [`${keyword} at ${path === '' ? 'the document' : path}`]);
}

function jsonTypeAliases(operand: unknown): string[] {
  const names = Array.isArray(operand) ? operand : [operand];
  return names.map((name: unknown) => {
    const alias = typeof name === 'string' ? jsonTypes[name] : undefined;
    if (alias === undefined) throw new CommandError('FailedToParse', `$jsonSchema type is unknown: ${String(name)}`);
    return alias;
  });
}

function enumRule(operand: unknown): Rule {
  const allowed = listOf('enum', operand);
  return check('enum', (value) => allowed.some((entry) => valuesEqual(entry, value)));
}

function boundRule(keyword: string, operand: unknown, direction: 1 | -1, exclusive: unknown): Rule {
  if (!isNumeric(operand)) throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be a number`);
  const strict = exclusive === true;
  return check(keyword, (value) => {
    if (!isNumeric(value)) return true;
    const order = compareNumbers(value, operand) * direction;
    return strict ? order > 0 : order >= 0;
  });
}

function sizeRule(keyword: string, operand: unknown): Rule {
  const limit = toSafeInteger(operand);
  if (limit === undefined || limit < 0) {
    throw new CommandError('FailedToParse', `$jsonSchema ${keyword} must be a whole number`);
  }
  const measure = measures[keyword.slice(3)];
  const isMinimum = keyword.startsWith('min');
  return check(keyword, (value) => {
    const size = measure?.(value);
    return size === undefined || (isMinimum ? size >= limit : size <= limit);
  });
}

const measures: Readonly<Record<string, (value: unknown) => number | undefined>> = {
  Length: (value) => (typeof value === 'string' ? Array.from(value).length : undefined),
  Items: (value) => (Array.isArray(value) ? value.length : undefined),
  Properties: (value) => (isDocument(value) ? Object.keys(value).length : undefined),
};

function patternRule(operand: unknown): Rule {
  const pattern = compileRegExp(operand, undefined);
  return check('pattern', (value) => typeof value !== 'string' || pattern.test(value));
}

function hasUniqueItems(value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  return value.every((item, index) => value.findIndex((other) => valuesEqual(item, other)) === index);
}

function compositionRule(keyword: 'allOf' | 'anyOf' | 'oneOf' | 'not', operand: unknown): Rule {
  const schemas = (keyword === 'not' ? [operand] : listOf(keyword, operand)).map((part) =>
    compileSchema(schemaOf(keyword, part)),
  );
  return check(keyword, (value) => {
    const valid = schemas.filter((rule) => rule(value, '').length === 0).length;
    switch (keyword) {
      case 'allOf':
        return valid === schemas.length;
      case 'anyOf':
        return valid > 0;
      case 'oneOf':
        return valid === 1;
      case 'not':
        return valid === 0;
    }
  });
}

function requiredRule(operand: unknown): Rule {
  const names = listOf('required', operand).map(String);
  return (value, path) =>
    isDocument(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `required at ${join(path, name)}`)
      : [];
}

function propertiesRule(operand: unknown): Rule {
  const rules = new Map(
    Object.entries(schemaOf('properties', operand)).map(([name, part]) => [name, compileSchema(schemaOf(name, part))]),
  );
  return (value, path) => {
    if (!isDocument(value)) return [];
    return [...rules].flatMap(([name, rule]) =>
      Object.hasOwn(value, name) ? rule(value[name], join(path, name)) : [],
    );
  };
}

function additionalRule(operand: unknown, schema: Document): Rule {
  if (operand === true) return () => [];
  const known = new Set(Object.keys(isDocument(schema['properties']) ? schema['properties'] : {}));
  const rule: Rule =
    operand === false
      ? (_, path) => [`additionalProperties at ${path}`]
      : compileSchema(schemaOf('additionalProperties', operand));
  return (value, path) => {
    if (!isDocument(value)) return [];
    return Object.entries(value).flatMap(([name, field]) => (known.has(name) ? [] : rule(field, join(path, name))));
  };
}

function itemsRule(operand: unknown): Rule {
  if (Array.isArray(operand)) {
    throw new CommandError('FailedToParse', '$jsonSchema items as a list is not supported by the local stack');
  }
  const rule = compileSchema(schemaOf('items', operand));
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => rule(item, join(path, String(index)))) : [];
}

function listOf(keyword: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw new CommandError('FailedToParse', `$jsonSchema ${keyword} must be a nonempty array`);
  }
  return operand;
}

function schemaOf(keyword: string, operand: unknown): Document {
  if (!isDocument(operand)) {
    throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be an object, not ${bsonTypeOf(operand)}`);
  }
  return operand;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
