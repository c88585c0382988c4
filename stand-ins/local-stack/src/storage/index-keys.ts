import type { Document } from '../values/bson-type.ts';
import { encodeCompoundKey } from '../values/key-encoding.ts';
import { getValuesAt } from '../values/path.ts';
import { CommandError } from '../wire/command-error.ts';
import type { IndexDefinition, IndexField } from './collection-definition.ts';

export type IndexKeys = {
  /** The encoded keys with the values they stand for, each once. */
  readonly entries: ReadonlyMap<string, { readonly key: Buffer; readonly values: readonly unknown[] }>;
  readonly multikey: boolean;
};

/** The keys of a document that an index leaves out. */
export const NO_KEYS: IndexKeys = { entries: new Map(), multikey: false };

/** The entries of one document in one index. An array has an entry for each element, an empty array one for `undefined`. */
export function buildIndexKeys(document: Document, index: IndexDefinition): IndexKeys {
  if (index.partialFilter !== undefined && !index.partialFilter(document)) return NO_KEYS;
  const columns = index.fields.map((field) => buildColumn(document, field));
  if (index.sparse && columns.every((column) => column.isMissing)) return NO_KEYS;
  const multikey = columns.filter((column) => column.multikey);
  if (multikey.length > 1) {
    throw new CommandError(
      'Location171',
      'cannot index parallel arrays, nor two paths through one array in the local stack',
    );
  }
  const descending = index.fields.map((field) => field.descending);
  const entries = new Map<string, { key: Buffer; values: readonly unknown[] }>();
  for (const values of combineColumns(columns.map((column) => column.values))) {
    const key = encodeCompoundKey(values, descending);
    entries.set(key.toString('latin1'), { key, values });
  }
  return { entries, multikey: multikey.length > 0 };
}

type Column = { readonly values: readonly unknown[]; readonly multikey: boolean; readonly isMissing: boolean };

function buildColumn(document: Document, field: IndexField): Column {
  const reached = getValuesAt(document, field.components);
  const isMissing = reached.every((value) => value === undefined);
  const multikey = reached.length !== 1 || Array.isArray(reached[0]);
  const values = reached.flatMap((value): readonly unknown[] => {
    if (!Array.isArray(value)) return [value ?? null];
    return value.length === 0 ? [undefined] : value;
  });
  return { values: values.length === 0 ? [null] : values, multikey, isMissing };
}

function combineColumns(columns: readonly (readonly unknown[])[]): unknown[][] {
  return columns.reduce<unknown[][]>(
    (rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])),
    [[]],
  );
}
