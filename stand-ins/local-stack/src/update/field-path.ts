import { getBsonType, type Document, isDocument } from '../values/bson-type.ts';
import { isArrayIndex, getOwnField } from '../values/path.ts';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';

/** The most nulls that MongoDB adds to an array to reach an index. */
const MAX_PADDING = 1_500_000;

/** Splits the path of an update. Positional operators are refused. */
export function parseUpdatePath(path: string): readonly string[] {
  if (path === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const components = path.split('.');
  for (const component of components) {
    if (component === '') {
      throw new CommandError(
        'EmptyFieldName',
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      );
    }
    if (component === '$' || component.startsWith('$[')) {
      throw createNotSupportedError(`The positional operator in '${path}'`);
    }
    if (component.startsWith('$')) {
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${component}' in '${path}' is not allowed in the context of an update.`,
      );
    }
  }
  return components;
}

/** The value at an update path: array elements by index only. Undefined when missing. */
export function getAt(document: Document, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const component of path) {
    if (Array.isArray(value)) value = isArrayIndex(component) ? value[Number(component)] : undefined;
    else if (isDocument(value)) value = getOwnField(value, component);
    else return undefined;
  }
  return value;
}

/** Sets the value at a path, creating documents on the way. Throws PathNotViable where a scalar is in the way. */
export function setAt(document: Document, path: readonly string[], value: unknown): void {
  let holder: unknown = document;
  for (const [index, component] of path.entries()) {
    const isLast = index === path.length - 1;
    const existing = getChild(holder, component, path);
    if (isLast) return putChild(holder, component, value);
    if (existing === undefined) {
      const created: Document = {};
      putChild(holder, component, created);
      holder = created;
    } else {
      holder = existing;
    }
  }
}

/** Removes a field. An array element becomes null, as with MongoDB's `$unset`. */
export function removeAt(document: Document, path: readonly string[]): void {
  const holder = getAt(document, path.slice(0, -1));
  const name = path.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (isArrayIndex(name) && Number(name) < holder.length) holder[Number(name)] = null;
  } else if (isDocument(holder)) {
    delete holder[name];
  }
}

function getChild(holder: unknown, component: string, path: readonly string[]): unknown {
  if (isDocument(holder)) return getOwnField(holder, component);
  if (Array.isArray(holder) && isArrayIndex(component)) return holder[Number(component)];
  throw new CommandError(
    'PathNotViable',
    `Cannot create field '${component}' in element of type ${getBsonType(holder)} (path '${path.join('.')}')`,
  );
}

function putChild(holder: unknown, component: string, value: unknown): void {
  if (Array.isArray(holder)) {
    const index = Number(component);
    if (index - holder.length > MAX_PADDING) {
      throw new CommandError('BadValue', `Cannot fill array up to index ${index}`);
    }
    while (holder.length < index) holder.push(null);
    holder[index] = value;
    return;
  }
  if (isDocument(holder)) {
    Object.defineProperty(holder, component, { value, writable: true, enumerable: true, configurable: true });
  }
}
