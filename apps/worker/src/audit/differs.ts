import type { Problem } from './problems.ts';

/** A problem where the two are not the same. Dates are compared by their instant. */
export function differs(what: string, actual: Comparable, expected: Comparable): Problem[] {
  return textOf(actual) === textOf(expected) ? [] : [`${what} is ${textOf(actual)}, derived ${textOf(expected)}`];
}

type Comparable = string | number | Date | null;

function textOf(value: Comparable): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
