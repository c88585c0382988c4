import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readBatches } from './read-batches.ts';
import type { DatasetSource, Table } from './table.ts';
import { createCsvWriter } from './writers/csv-writer.ts';
import { createJsonLinesWriter } from './writers/json-lines-writer.ts';
import { createParquetWriter } from './writers/parquet-writer.ts';

/** Rows in memory at once: a bet has up to 30 kB of prompts and answers, so these are 30 MB at most. */
const ROWS_AT_ONCE = 1_000;

/** A finished file of the dataset. */
export type DatasetFile = {
  readonly name: string;
  readonly table: Table;
  readonly format: 'jsonl' | 'csv' | 'parquet';
  readonly bytes: number;
  readonly sha256: string;
};

export type WrittenTable = { readonly table: Table; readonly rows: number; readonly files: readonly DatasetFile[] };

/** Writes a table in all formats, reading its rows once. */
export async function writeTable(
  source: DatasetSource,
  table: Table,
  directory: string,
  onProgress: (rows: number) => void,
): Promise<WrittenTable> {
  const names = { jsonl: `${table.name}.jsonl.gz`, csv: `${table.name}.csv.gz`, parquet: `${table.name}.parquet` };
  const writers = [
    createJsonLinesWriter(join(directory, names.jsonl)),
    createCsvWriter(join(directory, names.csv), table.columns),
    createParquetWriter(join(directory, names.parquet), table.columns),
  ];
  let rows = 0;
  for await (const batch of readBatches(table.read(source), ROWS_AT_ONCE)) {
    for (const writer of writers) await writer.write(batch);
    rows += batch.length;
    onProgress(batch.length);
  }
  for (const writer of writers) await writer.finish();
  const files = await Promise.all(
    (['jsonl', 'csv', 'parquet'] as const).map(async (format) => ({
      name: names[format],
      table,
      format,
      ...(await measureFile(join(directory, names[format]))),
    })),
  );
  return { table, rows, files };
}

/** Size and SHA-256 of a file. */
async function measureFile(path: string): Promise<Pick<DatasetFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
