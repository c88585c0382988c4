import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofType, type Row } from '../column.ts';
import { createCsvWriter } from './csv-writer.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const columns = [
  ...ofType('string', { title: 'A text' }),
  ...ofType('integer', { cents: 'An amount' }),
  ...ofType('boolean', { flag: 'A flag' }),
  ...ofType('json', { list: 'A list' }),
];

async function writeCsv(rows: readonly Row[]): Promise<string> {
  const path = join(folder, 'table.csv.gz');
  const writer = createCsvWriter(path, columns);
  for (const row of rows) await writer.write([row]);
  await writer.finish();
  return gunzipSync(await readFile(path)).toString('utf8');
}

test('a text that a spreadsheet would run gets an apostrophe, an amount below 0 does not', async () => {
  const text = await writeCsv([
    { title: '=HYPERLINK("http://x.example")', cents: -500, flag: false, list: ['a', 1] },
    { title: '-1+1', cents: 0, flag: true, list: null },
  ]);
  expect(text.split('\r\n')).toEqual([
    'title,cents,flag,list',
    `"'=HYPERLINK(""http://x.example"")",-500,false,"[""a"",1]"`,
    `"'-1+1",0,true,`,
    '',
  ]);
});

test('null is an empty field and the empty text is quoted, and an empty table has its header', async () => {
  const text = await writeCsv([
    { title: null, cents: null, flag: null, list: null },
    { title: '', cents: 1, flag: true, list: [] },
  ]);
  expect(text.split('\r\n').slice(1)).toEqual([',,,', '"",1,true,"[]"', '']);
  expect(await writeCsv([])).toBe('title,cents,flag,list\r\n');
});
