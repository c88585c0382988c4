import { EJSON } from 'bson';
import { getBsonType, type Document, isDocument } from '../values/bson-type.ts';
import { areValuesEqual } from '../values/compare.ts';
import { copyValue } from '../values/copy-value.ts';
import { getOwnField } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';
import type { UpdateMoment } from './operators.ts';

type ApplyUpdate = (document: Document, moment: UpdateMoment) => Document;

/** Refuses an `_id` that MongoDB does not store. Source: manual, "Documents", The `_id` Field. */
export function checkId(id: unknown): void {
  const type = getBsonType(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  const name = findDollarField(id);
  if (name !== undefined) {
    throw new CommandError('DollarPrefixedFieldName', `_id fields may not contain '$'-prefixed fields: ${name}`);
  }
}

function findDollarField(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(findDollarField).find((name) => name !== undefined);
  if (!isDocument(value)) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const found = name.startsWith('$') ? name : findDollarField(field);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Update operators may set the `_id` to what it is, and a part of it too; nothing else. */
export function keepIdOfDocument(apply: ApplyUpdate): ApplyUpdate {
  return (document, moment) => {
    const hadId = Object.hasOwn(document, '_id');
    // An operator on a path inside the `_id` changes it in place.
    const before = copyValue(getOwnField(document, '_id'));
    const changed = apply(document, moment);
    if (hadId && !(Object.hasOwn(changed, '_id') && areValuesEqual(before, changed['_id']))) {
      throw new CommandError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return changed;
  };
}

/**
 * A replacement, or what a pipeline makes of a document, keeps the `_id` when it has none of its own, and may not have
 * another. The `_id` comes first wherever it was written.
 */
export function keepIdOfReplacement(apply: ApplyUpdate): ApplyUpdate {
  return (document, moment) => {
    const hadId = Object.hasOwn(document, '_id');
    const before = getOwnField(document, '_id');
    const replacement = apply(document, moment);
    if (!Object.hasOwn(replacement, '_id')) return hadId ? { _id: before, ...replacement } : replacement;
    const { _id: id, ...fields } = replacement;
    if (!moment.isInsert) checkId(id);
    else if (Array.isArray(id)) {
      throw new CommandError(
        'NotSingleValueField',
        "After applying the update to the document, the (immutable) field '_id' was found to be an array or array descendant.",
      );
    }
    if (hadId && !areValuesEqual(before, id)) {
      throw new CommandError(
        'ImmutableField',
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${EJSON.stringify(id)}`,
      );
    }
    return { _id: id, ...fields };
  };
}
