import { BSONRegExp } from 'bson';
import { hasOperators } from '../query/filter-operators.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { CommandError } from '../wire/command-error.ts';
import { getAt, parseUpdatePath, setAt } from './field-path.ts';

/** The document an upsert starts from: every equality the filter states, those inside `$and` included. */
export function buildUpsertBase(filter: Document): Document {
  const base: Document = {};
  for (const [path, value] of listEqualities(filter)) {
    const components = parseUpdatePath(path);
    const existing = getAt(base, components);
    if (existing !== undefined && !areValuesEqual(existing, value)) {
      throw new CommandError('Location54', `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    setAt(base, components, copyValue(value));
  }
  return base;
}

/** The `_id` that a filter fixes, for the upsert of a replacement. */
export function findEqualityId(filter: Document): unknown {
  return listEqualities(filter).find(([path]) => path === '_id')?.[1];
}

function listEqualities(filter: Document): (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([key, operand]): (readonly [string, unknown])[] => {
    if (key === '$and' && Array.isArray(operand)) return operand.filter(isDocument).flatMap(listEqualities);
    if (key === '$or' && Array.isArray(operand) && operand.length === 1) {
      return operand.filter(isDocument).flatMap(listEqualities);
    }
    if (key.startsWith('$') || operand instanceof BSONRegExp) return [];
    if (!hasOperators(operand)) return [[key, operand]];
    if (Object.hasOwn(operand, '$eq')) return [[key, operand['$eq']]];
    const values: unknown = operand['$in'];
    if (Array.isArray(values) && values.length === 1) return [[key, values[0]]];
    return [];
  });
}

/** The update that follows changes the base in place; the filter may be needed again. */
function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyValue(field)]));
}
