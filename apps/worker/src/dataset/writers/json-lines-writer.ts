import { openGzipFile } from './open-gzip-file.ts';
import type { RowWriter } from './row-writer.ts';

/** JSON Lines, compressed: one object a line, every value exact. */
export function createJsonLinesWriter(path: string): RowWriter {
  const file = openGzipFile(path);
  return {
    write: async (rows) => await file.append(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
    finish: file.end,
  };
}
