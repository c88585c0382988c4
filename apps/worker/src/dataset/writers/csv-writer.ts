import { stringify } from 'csv-stringify/sync';
import type { Column, Row } from '../column.ts';
import { openGzipFile } from './open-gzip-file.ts';
import type { RowWriter } from './row-writer.ts';

/**
 * CSV (RFC 4180), compressed, for people with a spreadsheet. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front: titles and answers come from outside. The other formats have it unchanged. Null is an empty field,
 * the empty text is `""`.
 */
export function createCsvWriter(path: string, columns: readonly Column[]): RowWriter {
  const file = openGzipFile(path);
  const names = columns.map(({ name }) => name);
  let header = `${names.join(',')}\r\n`;
  return {
    write: async (rows) => {
      const text = stringify(
        rows.map((row) => columns.map((column) => toCell(row, column))),
        {
          quoted_string: true,
          escape_formulas: true,
          record_delimiter: 'windows',
          cast: { boolean: String },
        },
      );
      await file.append(header + text);
      header = '';
    },
    finish: async () => {
      await file.append(header);
      await file.end();
    },
  };
}

function toCell(row: Row, { name, type }: Column): unknown {
  const value = row[name] ?? null;
  return type === 'json' && value !== null ? JSON.stringify(value) : value;
}
