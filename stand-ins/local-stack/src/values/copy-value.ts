import { isDocument } from './bson-type.ts';

/** Copies the documents and arrays of a value. BSON scalars are never changed in place, so they stay shared. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyValue(field)]));
}
