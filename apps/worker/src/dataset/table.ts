import type { Database } from '@coliseum/db/database';
import { toRecord, type JsonValue } from '@coliseum/domain/to-record';
import type { Column, Row } from './column.ts';

/** The reads of the dataset, which never writes. */
export type DatasetReads = Pick<
  Database,
  | 'agents'
  | 'arenaState'
  | 'batches'
  | 'bets'
  | 'candidateLists'
  | 'events'
  | 'ledger'
  | 'outcomeReceipts'
  | 'paidCalls'
  | 'personas'
  | 'receipts'
  | 'runs'
>;

/** What the tables are read from: the database, and the match dates that are public. */
export type DatasetSource = {
  readonly reads: DatasetReads;
  /** Whether the day was committed or skipped: of a day that is being played nothing is published. */
  readonly isPublic: (date: string) => boolean;
};

/** One table of the dataset. Its rows are read one after the other, never all at once. */
export type Table = {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly read: (source: DatasetSource) => AsyncIterable<Row>;
};

/** A model as a row: its own fields, named as in the export. Null for a column that it lacks. */
export function toRow(columns: readonly Column[], model: object): Row {
  const record = new Map(Object.entries(model).map(([name, value]) => [toColumnName(name), value]));
  return Object.fromEntries(columns.map(({ name }): [string, JsonValue] => [name, toRecord(record.get(name) ?? null)]));
}

function toColumnName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
