import { BSONRegExp } from 'bson';
import { hasOperators } from '../query/filter-operators.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { copyValue } from '../values/copy-value.ts';
import { CommandError } from '../wire/command-error.ts';
import { parseUpdatePath, setAt } from './field-path.ts';

/** The document that an upsert with operators or a pipeline starts from: every equality the filter states. */
export function buildUpsertBase(filter: Document): Document {
  const base: Document = {};
  // The update that follows changes the base in place; the filter may be needed again.
  for (const [path, value] of collectEqualities(filter)) setAt(base, parseUpdatePath(path), copyValue(value));
  return base;
}

/** The document that an upsert with a replacement starts from: the `_id` that the filter fixes, nothing else. */
export function buildReplacementBase(filter: Document): Document {
  const equalities = collectEqualities(filter);
  const inside = [...equalities.keys()].find((path) => path.startsWith('_id.'));
  if (inside !== undefined) {
    throw new CommandError(
      'NotExactValueField',
      `field at '_id' must be exactly specified, field at sub-path '${inside}'found`,
    );
  }
  return equalities.has('_id') ? { _id: copyValue(equalities.get('_id')) } : {};
}

/** The equalities of a filter by path. Throws NotSingleValueField where two of them fix one path. */
function collectEqualities(filter: Document): ReadonlyMap<string, unknown> {
  const equalities = new Map<string, unknown>();
  for (const [path, value] of listEqualities(filter)) {
    if (equalities.has(path) && !areValuesEqual(equalities.get(path), value)) {
      throw createNotSingleValueError(`path '${path}' is matched twice`);
    }
    const other = [...equalities.keys()].find((known) => path.startsWith(`${known}.`) || known.startsWith(`${path}.`));
    if (other !== undefined) throw createNotSingleValueError(`both paths '${other}' and '${path}' are matched`);
    equalities.set(path, value);
  }
  return equalities;
}

function createNotSingleValueError(reason: string): CommandError {
  return new CommandError('NotSingleValueField', `cannot infer query fields to set, ${reason}`);
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
