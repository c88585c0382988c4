import { isNumeric } from '../values/bson-type.ts';
import { toNumber } from '../values/exact-number.ts';

/** What MongoDB counts as true: everything except false, null, missing and zero. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !(isNumeric(value) && toNumber(value) === 0);
}

export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
