import { compileFilter } from '../query/filter.ts';
import { compileJsonSchema } from '../query/json-schema.ts';
import { isTruthy } from '../query/truthiness.ts';
import { getBsonType, type Document, isDocument, isNumeric } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import type { IndexDefinition, Validator } from './collection-definition.ts';
import { compilePartialFilter } from './partial-filter.ts';

const indexOptions = new Set(['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'background', 'ns']);

/** Reads an index specification as `createIndexes` takes it. An option that is not supported is refused. */
export function compileIndex(specification: Document): Omit<IndexDefinition, 'id' | 'multikey' | 'sequence'> {
  for (const option of Object.keys(specification)) {
    if (!indexOptions.has(option)) {
      throw new CommandError('InvalidOptions', `The index option '${option}' is not supported by the local stack`);
    }
  }
  const { key, name, partialFilterExpression } = specification;
  if (!isDocument(key) || Object.keys(key).length === 0) {
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be an empty object');
  }
  if (typeof name !== 'string' || name === '') throw new CommandError('CannotCreateIndex', 'An index needs a name');
  if (specification['v'] !== undefined && toNumber(specification['v']) !== 2) {
    throw new CommandError('CannotCreateIndex', 'Only version 2 of indexes is supported by the local stack');
  }
  const sparse = readFlag(specification, 'sparse');
  if (sparse && partialFilterExpression !== undefined) {
    throw new CommandError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  return {
    name,
    specification,
    fields: Object.entries(key).map(([path, direction]) => compileIndexField(path, direction)),
    unique: readFlag(specification, 'unique') || name === '_id_',
    sparse,
    partialFilter: partialFilterExpression === undefined ? undefined : compilePartialFilter(partialFilterExpression),
  };
}

/** A number counts as true or false, as on a server. */
function readFlag(specification: Document, option: string): boolean {
  const value = specification[option];
  if (value === undefined || typeof value === 'boolean' || isNumeric(value)) return isTruthy(value);
  throw new CommandError(
    'TypeMismatch',
    `The field '${option}' has value of type ${getBsonType(value)}, not a boolean`,
  );
}

function compileIndexField(path: string, direction: unknown): IndexDefinition['fields'][number] {
  if (typeof direction === 'string') {
    throw new CommandError('CannotCreateIndex', `An index of type '${direction}' is not supported by the local stack`);
  }
  const order = isNumeric(direction) ? toNumber(direction) : Number.NaN;
  if (Number.isNaN(order) || order === 0) {
    throw new CommandError('CannotCreateIndex', 'Values in the index key pattern must be numbers other than 0');
  }
  if (path === '' || path.split('.').some((component) => component === '' || component.startsWith('$'))) {
    throw new CommandError('CannotCreateIndex', `Index key '${path}' is not a valid field path`);
  }
  return { path, components: path.split('.'), descending: order < 0 };
}

/** Reads the validator of a collection's options. */
export function compileValidator(options: Document): Validator | undefined {
  const { validator, validationLevel = 'strict', validationAction = 'error' } = options;
  if (validationLevel !== 'strict' && validationLevel !== 'moderate' && validationLevel !== 'off') {
    throw new CommandError('BadValue', 'validationLevel is off, strict or moderate');
  }
  if (validationAction !== 'error') throw createNotSupportedError(`validationAction '${String(validationAction)}'`);
  if (validator === undefined) return undefined;
  if (!isDocument(validator)) throw new CommandError('TypeMismatch', 'validator must be an object');
  if (Object.keys(validator).length === 0) return undefined;
  const schema = validator['$jsonSchema'];
  return {
    matches: compileFilter(validator, { variables: {} }),
    explain: isDocument(schema) ? compileJsonSchema(schema) : undefined,
    level: validationLevel,
    action: validationAction,
  };
}
