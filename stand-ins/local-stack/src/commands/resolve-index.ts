import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { compileIndex } from '../storage/definitions.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { createBadValueError, CommandError } from '../wire/command-error.ts';

/**
 * The specification to store for an index that a collection does not have yet; undefined when it has the index.
 * Throws when it conflicts with another index.
 */
export function resolveNewIndex(
  indexes: CollectionDefinition['indexes'],
  specification: Document,
): Document | undefined {
  const given: Document = { v: 2, ...specification };
  const { background: _, ns: __, ...wanted } = given;
  const compiled = compileIndex(wanted);
  if (isIdIndex(wanted)) return undefined;
  if (compiled.name === '_id_') {
    throw createBadValueError(
      "The index name '_id_' is reserved for the _id index, which has the key pattern { _id: 1 }",
    );
  }
  for (const index of indexes) {
    const sameKey = areValuesEqual(index.specification['key'], wanted['key']);
    const same = sameKey && areValuesEqual(normalizeSpecification(index.specification), normalizeSpecification(wanted));
    if (same && index.name === compiled.name) return undefined;
    if (index.name === compiled.name) {
      throw new CommandError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index, but other keys or options: ${compiled.name}`,
      );
    }
    if (sameKey && index.unique === compiled.unique) {
      throw new CommandError(
        'IndexOptionsConflict',
        `Index already exists with a different name or other options: ${index.name}`,
      );
    }
  }
  return wanted;
}

/** The index on `_id` always exists, and takes no options. Source: manual, "createIndexes", "Unique Indexes". */
function isIdIndex(specification: Document): boolean {
  if (!isDocument(specification['key']) || !areValuesEqual(specification['key'], { _id: 1 })) return false;
  for (const option of Object.keys(specification)) {
    if (['v', 'key', 'name'].includes(option)) continue;
    throw new CommandError(
      'InvalidIndexSpecificationOption',
      `The field '${option}' is not valid for an _id index specification.`,
    );
  }
  return true;
}

function normalizeSpecification({ name: _, v: __, ...rest }: Document): Document {
  const given = Object.entries(rest).filter(([, value]) => value !== false);
  return Object.fromEntries(given.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
