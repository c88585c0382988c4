import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonValue } from '@coliseum/domain/to-record';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runDay } from '../pipeline/run-day.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import type { ColumnType, Row } from './column.ts';
import { TABLES } from './tables.ts';
import { writeDataset, type DatasetReport } from './write-dataset.ts';

let arena: TestArena;
let root: string;
let first: DatasetReport;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'coliseum-dataset-'));
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  await playDay('2026-03-02');
  // A day that is being played: nothing of it may be published.
  await playDay('2026-03-03', true);
  first = await write();
});
afterAll(async () => {
  await arena.close();
  await rm(root, { recursive: true, force: true });
});

async function playDay(date: string, isUnfinished = false): Promise<void> {
  arena.moveTo(new Date(`${date}T14:00:00Z`));
  await runDay(arena.context, date, isUnfinished ? { until: 'betting' } : {});
}

const write = async (): Promise<DatasetReport> =>
  await writeDataset({ reads: arena.database, clock: arena.clock }, root, () => {});

const LooseRow = z.record(z.string(), z.json());
async function readLines(directory: string, table: string): Promise<Row[]> {
  const text = gunzipSync(await readFile(join(directory, `${table}.jsonl.gz`))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => LooseRow.parse(JSON.parse(line)));
}

function toParquet(type: ColumnType, value: JsonValue): unknown {
  if (value === null) return null;
  if (type === 'integer') return BigInt(Number(value));
  if (type === 'decimal' || type === 'number') return Number(value);
  if (type === 'datetime' && typeof value === 'string') return new Date(value);
  return type === 'json' ? JSON.stringify(value) : value;
}

test('every row of every table is the same in JSON Lines and Parquet', async () => {
  for (const { name, columns } of TABLES) {
    const rows = await readLines(first.directory, name);
    expect(rows).toHaveLength(first.rows[name] ?? -1);
    const file = await asyncBufferFromFile(join(first.directory, `${name}.parquet`));
    const stored = rows.length === 0 ? [] : await parquetReadObjects({ file });
    const asParquet = rows.map((row) =>
      Object.fromEntries(columns.map(({ name: column, type }) => [column, toParquet(type, row[column] ?? null)])),
    );
    expect(stored).toEqual(asParquet);
  }
});

test('the tables hold the day that was committed, with prompts, and nothing of the one that is being played', async () => {
  expect(first).toMatchObject({ version: '2026-03-03', isNew: true });
  expect(first.rows).toMatchObject({
    match_days: 1,
    events: 5,
    quotes: 10,
    bets: 40,
    agents: 8,
    receipts: 1,
    outcomes: 0,
  });
  const bets = await readLines(first.directory, 'bets');
  const stored = await arena.database.bets.listByBatch(JSON.stringify(bets[0]?.['batch_id']).slice(1, -1));
  expect(new Set(bets.map(({ raw_output }) => raw_output))).toEqual(new Set(stored.map(({ rawOutput }) => rawOutput)));
  for (const name of ['candidates', 'costs']) {
    const dates = (await readLines(first.directory, name)).map(({ date }) => date);
    expect(new Set(dates)).toEqual(new Set(['2026-03-02']));
  }
});

test('the checksums hold, and the description names every file with its hash', async () => {
  const sums = await readFile(join(first.directory, 'SHA256SUMS'), 'utf8');
  const described = z
    .object({ resources: z.array(z.object({ path: z.string(), hash: z.string(), bytes: z.int() })) })
    .parse(JSON.parse(await readFile(join(first.directory, 'datapackage.json'), 'utf8')));
  const data = (await readdir(first.directory)).filter((name) => /\.(gz|parquet)$/.test(name));
  expect(described.resources.map(({ path }) => path).toSorted()).toEqual(data.toSorted());
  for (const { path, hash, bytes } of described.resources) {
    const content = await readFile(join(first.directory, path));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect({ hash, bytes }).toEqual({ hash: `sha256:${sha256}`, bytes: content.length });
    expect(sums).toContain(`${sha256}  ${path}\n`);
  }
});

test('a version is written only when something has changed, and says what came with it', async () => {
  expect(await write()).toMatchObject({ version: '2026-03-03', isNew: false });
  arena.moveTo(new Date('2026-03-20T00:00:00Z'));
  await settleDue(arena.context, () => {});
  const second = await write();
  expect(second).toMatchObject({ version: '2026-03-20', isNew: true, rows: { outcomes: 5 } });
  const changelog = await readFile(join(second.directory, 'CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(/## 2026-03-20\n\n.*outcomes \+5.*\n\n## 2026-03-03\n/s);
  expect(changelog.match(/^# /gm)).toHaveLength(1);
  expect(await readFile(join(second.directory, 'README.md'), 'utf8')).toContain('Rows: 40.');
});
