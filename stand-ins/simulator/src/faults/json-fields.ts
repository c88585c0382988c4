/** Whether a value is an object of JSON. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a value that may be an object. */
export function readField(value: unknown, name: string): unknown {
  return isJsonObject(value) ? value[name] : undefined;
}

/** The first member of an array as an object; empty if there is none. */
export function readFirstObject(value: unknown): Readonly<Record<string, unknown>> {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isJsonObject(first) ? first : {};
}
