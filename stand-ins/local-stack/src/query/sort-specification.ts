import { type Document, isDocument } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { getValuesAt } from '../values/path.ts';
import { createBadValueError } from '../wire/command-error.ts';

export type SortKey = { readonly path: string; readonly components: readonly string[]; readonly direction: 1 | -1 };

/** Reads `{ field: 1 | -1 }`. Any other order, such as `$meta`, is refused. */
export function parseSort(specification: Document): readonly SortKey[] {
  return Object.entries(specification).map(([path, direction]) => {
    const sign = isDocument(direction) ? Number.NaN : toNumber(direction);
    if (sign !== 1 && sign !== -1) {
      throw createBadValueError(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
    }
    if (path === '' || path.startsWith('$')) throw createBadValueError(`Cannot sort by the field '${path}'`);
    return { path, components: path.split('.'), direction: sign };
  });
}

/** Compares two documents. An array counts as its lowest element when ascending, as its highest when descending. */
export function compareBy(keys: readonly SortKey[]): (left: unknown, right: unknown) => number {
  return (left, right) => {
    for (const key of keys) {
      const order = compareValues(getSortValue(left, key), getSortValue(right, key)) * key.direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** A missing field sorts as null, an empty array below it. */
function getSortValue(document: unknown, key: SortKey): unknown {
  let chosen: unknown;
  let found = false;
  for (const value of getValuesAt(document, key.components)) {
    const candidates: readonly unknown[] = Array.isArray(value)
      ? value.length === 0
        ? [undefined]
        : value
      : [value ?? null];
    for (const candidate of candidates) {
      if (!found || compareValues(candidate, chosen) * key.direction < 0) chosen = candidate;
      found = true;
    }
  }
  return found ? chosen : null;
}
