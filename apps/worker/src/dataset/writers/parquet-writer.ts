import type { JsonValue } from '@coliseum/domain/to-record';
import { fileWriter, ParquetWriter, schemaFromColumnData, type BasicType, type ColumnSource } from 'hyparquet-writer';
import type { Column, ColumnType, Row } from '../column.ts';
import type { RowWriter } from './row-writer.ts';

const PARQUET_TYPES: Readonly<Record<ColumnType, BasicType>> = {
  string: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  decimal: 'DOUBLE',
  boolean: 'BOOLEAN',
  datetime: 'TIMESTAMP',
  date: 'STRING',
  json: 'STRING',
};

/** Parquet, one row group for each call of `write`, so that memory holds no more than those rows. */
export function createParquetWriter(path: string, columns: readonly Column[]): RowWriter {
  const schema = schemaFromColumnData({ columnData: toColumnData(columns, []) });
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'coliseum' });
  return {
    write: async (rows) => {
      if (rows.length > 0) await writer.write({ columnData: toColumnData(columns, rows), rowGroupSize: rows.length });
    },
    finish: async () => await writer.finish(),
  };
}

function toColumnData(columns: readonly Column[], rows: readonly Row[]): ColumnSource[] {
  return columns.map(({ name, type }) => ({
    name,
    type: PARQUET_TYPES[type],
    nullable: true,
    data: rows.map((row) => toParquetValue(type, row[name] ?? null)),
  }));
}

function toParquetValue(type: ColumnType, value: JsonValue): unknown {
  if (value === null) return null;
  switch (type) {
    case 'integer':
      return BigInt(Number(value));
    case 'number':
    case 'decimal':
      return Number(value);
    case 'datetime':
      return typeof value === 'string' ? new Date(value) : null;
    case 'json':
      return JSON.stringify(value);
    case 'string':
    case 'date':
    case 'boolean':
      return value;
  }
}
