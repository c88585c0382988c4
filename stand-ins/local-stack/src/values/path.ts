import { isDocument } from './bson-type.ts';

const INDEX_PATTERN = /^(0|[1-9]\d*)$/;

/** Whether a path component can address an array element. */
export function isArrayIndex(component: string): boolean {
  return INDEX_PATTERN.test(component);
}

/**
 * Every value that a dotted path reaches in a document, descending into arrays as MongoDB's queries do.
 * `undefined` means that the field is missing there. An array at the end of the path is returned whole, not element by element.
 */
export function getValuesAt(value: unknown, components: readonly string[], from = 0): unknown[] {
  const component = components[from];
  if (component === undefined) return [value];
  if (Array.isArray(value)) return getValuesInArray(value, components, from);
  if (!isDocument(value)) return [undefined];
  return getValuesAt(getOwnField(value, component), components, from + 1);
}

function getValuesInArray(array: readonly unknown[], components: readonly string[], from: number): unknown[] {
  const found: unknown[] = [];
  const component = components[from] ?? '';
  if (isArrayIndex(component) && Number(component) < array.length) {
    found.push(...getValuesAt(array[Number(component)], components, from + 1));
  }
  for (const element of array) if (isDocument(element)) found.push(...getValuesAt(element, components, from));
  return found;
}

/** A field of the document itself, never one of the object's prototype. */
export function getOwnField(document: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(document, name) ? document[name] : undefined;
}
