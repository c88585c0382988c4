import { type Document, isDocument } from '../values/bson-type.ts';
import { compareValues } from '../values/compare.ts';
import { toNumber } from '../values/exact-number.ts';
import { valuesAt } from '../values/path.ts';
import { badValue } from '../wire/command-error.ts';

export type SortKey = { readonly path: string; readonly components: readonly string[]; readonly direction: 1 | -1 };

/** Reads `{ field: 1 | -1 }`. Other orders (`$meta`) are refused. */
export function parseSort(specification: Document): readonly SortKey[] {
  return Object.entries(specification).map(([path, direction]) => {
    const sign = isDocument(direction) ? Number.NaN : toNumber(direction);
    if (sign !== 1 && sign !== -1) {
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
    }
    if (path === '' || path.startsWith('$')) throw badValue(`Cannot sort by the field '${path}'`);
    return { path, components: path.split('.'), direction: sign };
  });
}

/** Compares two documents: of an array, its lowest element counts when ascending, its highest when descending. */
export function compareBy(keys: readonly SortKey[]): (left: unknown, right: unknown) => number {
  return (left, right) => {
    for (const key of keys) {
      const order = compareValues(sortValue(left, key), sortValue(right, key)) * key.direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** A missing field sorts as null, an empty array below it. */
function sortValue(document: unknown, key: SortKey): unknown {
  let chosen: unknown;
  let found = false;
  for (const value of valuesAt(document, key.components)) {
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
