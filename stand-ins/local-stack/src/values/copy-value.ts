import { isDocument } from './bson-type.ts';

/** A value whose documents and arrays are its own; BSON scalars are never changed in place and stay shared. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyValue(field)]));
}
