import { getBsonType, type Document, isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import {
  compileBoundRule,
  createRule,
  checkText,
  compileEnumRule,
  requireFlag,
  hasUniqueItems,
  toTypeAliases,
  requireList,
  requireNames,
  compilePatternRule,
  type SchemaRule,
  compileSizeRule,
} from './json-schema-rules.ts';
import { compileTypePredicate } from './type-alias.ts';

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
      return compileAnnotation(keyword, operand);
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return compileExclusiveFlag(keyword, operand, schema);
    case 'bsonType':
      if (schema['type'] !== undefined) {
        throw new CommandError('FailedToParse', 'Cannot specify both type and bsonType');
      }
      return [createRule(keyword, compileTypePredicate(operand))];
    case 'type':
      return [createRule(keyword, compileTypePredicate(toTypeAliases(operand)))];
    case 'enum':
      return [compileEnumRule(operand)];
    case 'minimum':
      return [compileBoundRule(keyword, operand, 1, schema['exclusiveMinimum'])];
    case 'maximum':
      return [compileBoundRule(keyword, operand, -1, schema['exclusiveMaximum'])];
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return [compileSizeRule(keyword, operand)];
    case 'pattern':
      return [compilePatternRule(operand)];
    case 'uniqueItems':
      return requireFlag(keyword, operand) ? [createRule(keyword, hasUniqueItems)] : [];
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
    case 'not':
      return [compileCompositionRule(keyword, operand)];
    case 'required':
      return [compileRequiredRule(operand)];
    case 'properties':
      return [compilePropertiesRule(operand)];
    case 'additionalProperties':
      return [compileAdditionalRule(operand, schema)];
    case 'items':
      return [compileItemsRule(operand)];
    default:
      throw new CommandError('FailedToParse', `Unknown $jsonSchema keyword: ${keyword}`);
  }
}

/** Keywords that describe a schema and demand nothing of a value. */
function compileAnnotation(keyword: string, operand: unknown): SchemaRule[] {
  checkText(keyword, operand);
  return [];
}

/** In draft 4 this is a flag that qualifies a bound, not a bound itself. */
function compileExclusiveFlag(
  keyword: 'exclusiveMinimum' | 'exclusiveMaximum',
  operand: unknown,
  schema: Document,
): SchemaRule[] {
  requireFlag(keyword, operand);
  const bound = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum';
  if (schema[bound] === undefined) {
    throw new CommandError('FailedToParse', `$jsonSchema keyword '${bound}' must be there when ${keyword} is`);
  }
  return [];
}

function compileCompositionRule(keyword: 'allOf' | 'anyOf' | 'oneOf' | 'not', operand: unknown): SchemaRule {
  const schemas = (keyword === 'not' ? [operand] : requireList(keyword, operand)).map((part) =>
    compileSchema(requireSchema(keyword, part)),
  );
  return createRule(keyword, (value) => {
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

function compileRequiredRule(operand: unknown): SchemaRule {
  const names = requireNames('required', operand);
  return (value, path) =>
    isDocument(value)
      ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `required at ${joinPath(path, name)}`)
      : [];
}

function compilePropertiesRule(operand: unknown): SchemaRule {
  const rules = new Map(
    Object.entries(requireSchema('properties', operand)).map(([name, part]) => [
      name,
      compileSchema(requireSchema(name, part)),
    ]),
  );
  return (value, path) => {
    if (!isDocument(value)) return [];
    return [...rules].flatMap(([name, rule]) =>
      Object.hasOwn(value, name) ? rule(value[name], joinPath(path, name)) : [],
    );
  };
}

function compileAdditionalRule(operand: unknown, schema: Document): SchemaRule {
  if (operand === true) return () => [];
  const known = new Set(Object.keys(isDocument(schema['properties']) ? schema['properties'] : {}));
  const rule: SchemaRule =
    operand === false
      ? (_, path) => [`additionalProperties at ${path}`]
      : compileSchema(requireSchema('additionalProperties', operand));
  return (value, path) => {
    if (!isDocument(value)) return [];
    return Object.entries(value).flatMap(([name, field]) => (known.has(name) ? [] : rule(field, joinPath(path, name))));
  };
}

function compileItemsRule(operand: unknown): SchemaRule {
  if (Array.isArray(operand)) {
    throw new CommandError('FailedToParse', '$jsonSchema items as a list is not supported by the local stack');
  }
  const rule = compileSchema(requireSchema('items', operand));
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => rule(item, joinPath(path, String(index)))) : [];
}

function requireSchema(keyword: string, operand: unknown): Document {
  if (!isDocument(operand)) {
    throw new CommandError('TypeMismatch', `$jsonSchema ${keyword} must be an object, not ${getBsonType(operand)}`);
  }
  return operand;
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
