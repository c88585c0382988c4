import { Long } from 'bson';
import { readPath } from '../query/expression.ts';
import { type Document, isDocument } from '../values/bson-type.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import type { Stage } from './stage.ts';

/** `$unwind`: one document per array element. */
export function compileUnwind(operand: unknown): Stage {
  const options: Document = isDocument(operand) ? operand : { path: operand };
  for (const name of Object.keys(options)) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name)) {
      throw new CommandError('Location28811', `unrecognized option to $unwind stage: ${name}`);
    }
  }
  const path = options['path'];
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw new CommandError('Location28818', "path option to $unwind stage should be prefixed with a '$'");
  }
  const components = path.slice(1).split('.');
  const index = options['includeArrayIndex'];
  if (
    index !== undefined &&
    (typeof index !== 'string' || index === '' || index.startsWith('$') || index.includes('.'))
  ) {
    throw createNotSupportedError('$unwind with such an includeArrayIndex');
  }
  const keepsEmpty = options['preserveNullAndEmptyArrays'] ?? false;
  if (typeof keepsEmpty !== 'boolean') {
    throw new CommandError('Location28809', 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind');
  }
  return function* (documents) {
    for (const document of documents) {
      yield* unwind(document, components, typeof index === 'string' ? index : undefined, keepsEmpty);
    }
  };
}

function* unwind(
  document: Document,
  components: readonly string[],
  index: string | undefined,
  keepsEmpty: boolean,
): Iterable<Document> {
  const value = readPath(document, components);
  const addIndex = (result: Document, position: unknown): Document =>
    index === undefined ? result : { ...result, [index]: position };
  if (Array.isArray(value) && value.length > 0) {
    for (const [position, element] of value.entries()) {
      yield addIndex(replaceAt(document, components, element), Long.fromNumber(position));
    }
    return;
  }
  const isEmpty = value === undefined || value === null || Array.isArray(value);
  if (!isEmpty) yield addIndex(document, null);
  else if (keepsEmpty) {
    yield addIndex(Array.isArray(value) ? replaceAt(document, components, undefined) : document, null);
  }
}

function replaceAt(document: Document, [name = '', ...rest]: readonly string[], value: unknown): Document {
  if (rest.length === 0) {
    if (value !== undefined) return { ...document, [name]: value };
    const { [name]: _, ...others } = document;
    return others;
  }
  const nested = document[name];
  if (!isDocument(nested)) throw createNotSupportedError('$unwind through an array on the way to its path');
  return { ...document, [name]: replaceAt(nested, rest, value) };
}
