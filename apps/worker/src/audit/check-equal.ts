import type { Problem } from './problems.ts';

/** Returns a problem when the two differ. Dates are compared by their instant. */
export function checkEqual(what: string, actual: Comparable, expected: Comparable): Problem[] {
  return toText(actual) === toText(expected) ? [] : [`${what} is ${toText(actual)}, derived ${toText(expected)}`];
}

type Comparable = string | number | Date | null;

function toText(value: Comparable): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
