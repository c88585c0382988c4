import { z } from 'zod';
import type { ColumnType } from '../column.ts';
import { DATASET_FORM, type DatasetVersion } from '../dataset-version.ts';
import type { DatasetFile } from '../write-table.ts';

const FRICTIONLESS_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  decimal: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
  json: 'any',
};

const MEDIA_TYPES: Readonly<Record<DatasetFile['format'], string>> = {
  jsonl: 'application/gzip',
  csv: 'application/gzip',
  parquet: 'application/vnd.apache.parquet',
};

/** What is read back of a version's description. */
export const StoredDataPackage = z.object({
  version: z.string(),
  revision: z.int().nonnegative(),
  rows: z.record(z.string(), z.int().nonnegative()),
});
export type StoredDataPackage = z.infer<typeof StoredDataPackage>;

/** The machine-readable description, a Frictionless Data Package (https://datapackage.org/standard/data-package). */
export function buildDataPackage({ version, createdAt, revision, tables }: DatasetVersion): string {
  const dataPackage = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'coliseum',
    title: 'Coliseum: language models bet paper money on prediction markets',
    version,
    form: DATASET_FORM,
    revision,
    created: createdAt.toISOString(),
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0',
      },
    ],
    sources: [{ title: 'Kalshi market data', path: 'https://kalshi.com' }],
    rows: Object.fromEntries(tables.map(({ table, rows }) => [table.name, rows])),
    resources: tables.flatMap(({ files }) => files.map(describeFile)),
  };
  return `${JSON.stringify(dataPackage, null, 2)}\n`;
}

function describeFile({ name, table, format, bytes, sha256 }: DatasetFile) {
  return {
    name: `${table.name}-${format}`,
    path: name,
    description: table.description,
    format,
    mediatype: MEDIA_TYPES[format],
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(format === 'csv' ? { compression: 'gz', dialect: { delimiter: ',', lineTerminator: '\r\n' } } : {}),
    ...(format === 'jsonl' ? { compression: 'gz' } : {}),
    schema: {
      fields: table.columns.map((column) => ({
        name: column.name,
        type: FRICTIONLESS_TYPES[column.type],
        description: column.description,
      })),
    },
  };
}
