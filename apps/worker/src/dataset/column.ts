import type { JsonValue } from '@coliseum/domain/to-record';

/**
 * What the values of a column are. `decimal` is an exact decimal from 0 to 1, text in JSON Lines and CSV and a double in
 * Parquet; `json` is a list or an object, as text in CSV and Parquet.
 */
export type ColumnType = 'string' | 'integer' | 'number' | 'decimal' | 'boolean' | 'datetime' | 'date' | 'json';

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  /** What it says, with its unit and range where it has them. */
  readonly description: string;
};

/** One row, by the names of its table's columns. */
export type Row = Readonly<Record<string, JsonValue>>;

/** Columns of one type, from pairs of name and description. */
export function ofType(type: ColumnType, described: Readonly<Record<string, string>>): Column[] {
  return Object.entries(described).map(([name, description]) => ({ name, type, description }));
}
