/** A value of a JSON Lines record. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * Converts a domain value for export: keys in snake_case, instants as ISO 8601 in UTC. Money stays in whole cents,
 * prices stay exact decimal strings. Throws a TypeError for values that JSON would drop.
 */
export function toRecord(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toRecord);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [toSnakeCase(key), toRecord(inner)]));
  }
  throw new TypeError(`A ${typeof value} cannot be exported`);
}

function toSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
