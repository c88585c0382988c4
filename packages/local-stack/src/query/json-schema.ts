import { bsonTypeOf, type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import {
  boundRule,
  check,
  checkText,
  enumRule,
  flagOf,
  hasUniqueItems,
  jsonTypeAliases,
  listOf,
  namesOf,
  patternRule,
  type SchemaRule,
  sizeRule,
} from './json-schema-rules.ts';
import { typePredicate } from './type-alias.ts';

/** The rules that a value breaks, each as `keyword` at `path`; empty when it is valid. */
export type SchemaValidator = (value: unknown) => readonly string[];

/**
 * Compiles MongoDB's `$jsonSchema` (draft 4 plus `bsonType`). A keyword that is not supported is refused (FailedToParse),
 * as MongoDB does for the ones it does not know. Source: manual, "$jsonSchema", Available Keywords.
 */
export function compileJsonSchema(schema: Document): SchemaValidator {
  const rule = compileSchema(schema);
  return (value) => rule(value, '');
}

function compileSchema(schema: Document): SchemaRule {
  const rules = Object.entries(schema).flatMap(([keyword, operand]) => compileKeyword(keyword, operand, schema));
  return (value, path) => rules.flatMap((rule) => rule(value, path));
}

function compileKeyword(keyword: string, operand: unknown, schema: Document): SchemaRule[] {
  switch (keyword) {
    case 'title':
    case 'description':
      return annotation(keyword, operand);
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return exclusiveFlag(keyword, operand, schema);
    case 'bsonType':
      if (schema['type'] !== undefined) {
        throw new CommandError('FailedToParse', 'Cannot specify both type and bsonType');
      }
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
      return flagOf(keyword, operand) ? [check(keyword, hasUniqueItems)] : [];
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

/** Text about the schema: it demands nothing of a value. */
function annotation(keyword: string, operand: unknown): SchemaRule[] {
  checkText(keyword, operand);
  return [];
}

/** In draft 4 this is a flag beside a bound, not a bound of its own. */
function exclusiveFlag(
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  operand: unknown,
  schema: Document,
): SchemaRule[] {
  flagOf(keyword, operand);
  const bound = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum';
  if (schema[bound] === undefined) {
    throw new CommandError('FailedToParse', `$jsonSchema keyword '${bound}' must be there when ${keyword} is`);
  }
  return [];
}

function compositionRule(keyword: 'allOf' | 'anyOf' | 'oneOf' | 'not', operand: unknown): SchemaRule {
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

function requiredRule(operand: unknown): SchemaRule {
  const names = namesOf('required', operand);
  return (value, path) =>
    isDocument(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `required at ${join(path, name)}`)
      : [];
}

function propertiesRule(operand: unknown): SchemaRule {
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

function additionalRule(operand: unknown, schema: Document): SchemaRule {
  if (operand === true) return () => [];
  const known = new Set(Object.keys(isDocument(schema['properties']) ? schema['properties'] : {}));
  const rule: SchemaRule =
    operand === false
      ? (_, path) => [`additionalProperties at ${path}`]
      : compileSchema(schemaOf('additionalProperties', operand));
  return (value, path) => {
    if (!isDocument(value)) return [];
    return Object.entries(value).flatMap(([name, field]) => (known.has(name) ? [] : rule(field, join(path, name))));
  };
}

function itemsRule(operand: unknown): SchemaRule {
  if (Array.isArray(operand)) {
    throw new CommandError('FailedToParse', '$jsonSchema items as a list is not supported by the local stack');
  }
  const rule = compileSchema(schemaOf('items', operand));
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => rule(item, join(path, String(index)))) : [];
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
