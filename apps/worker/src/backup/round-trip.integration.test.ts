import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findFirstDifference } from '../resilience/testing/comparable-export.ts';
import { inspectSettledBooks } from '../resilience/testing/inspect-books.ts';
import { parseOutput, runArena } from '../testing/run-arena.ts';

const TIMEOUT_MS = 600_000;

let folder: string;
let stack: LocalStack;
/** An arena of two days, and where its backup is. */
let played: string;
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-backup-'));
  stack = await startLocalStack({ dataDir: join(folder, 'data'), databaseOnly: true });
  played = toUrl('played');
  backup = join(folder, 'backup');
  await arena(played, 'migrate');
  await arena(played, 'season', '--days', '2', '--from', '2026-03-02', '--seed', 'backup');
  await arena(played, 'backup', '--to', backup);
}, TIMEOUT_MS);
afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

function toUrl(databaseName: string): string {
  const url = new URL(stack.mongodbUrl);
  url.pathname = databaseName;
  return url.href;
}

async function arena(
  mongodbUrl: string,
  ...args: readonly string[]
): Promise<{ code: number | null; output: unknown }> {
  const env = { MONGODB_URL: mongodbUrl, COLISEUM_DATA_DIR: join(folder, 'unused'), LOG_LEVEL: 'silent' };
  const exit = await runArena([...args, '--json'], env);
  return { code: exit.code, output: parseOutput(exit) };
}

async function withDatabase<T>(mongodbUrl: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await connectDatabase({ url: mongodbUrl });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A copy of the backup, to damage. */
async function copyBackup(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'coliseum-damaged-'));
  onTestFinished(async () => await rm(copy, { recursive: true, force: true }));
  for (const name of await readdir(backup)) await writeFile(join(copy, name), await readFile(join(backup, name)));
  return copy;
}

test('a restored arena is the same, with clean books and valid receipts', { timeout: TIMEOUT_MS }, async () => {
  const restored = await arena(toUrl('restored'), 'restore', '--from', backup);
  expect(restored).toMatchObject({ code: 0, output: { ok: true, problems: [], verified: 2 } });
  const before = await withDatabase(played, inspectSettledBooks);
  const after = await withDatabase(toUrl('restored'), inspectSettledBooks);
  expect(before.problems).toEqual([]);
  expect(after.problems).toEqual([]);
  expect(findFirstDifference(before.state, after.state)).toBeNull();
});

test('the backup of a restored arena is the backup it came from', { timeout: TIMEOUT_MS }, async () => {
  await arena(toUrl('again'), 'restore', '--from', backup);
  const second = join(folder, 'second');
  expect((await arena(toUrl('again'), 'backup', '--to', second, '--worker-stopped')).code).toBe(0);
  const names = (await readdir(backup)).filter((name) => name.endsWith('.bson'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const [one, other] = await Promise.all([readFile(join(backup, name)), readFile(join(second, name))]);
    expect([name, one.equals(other)]).toEqual([name, true]);
  }
});

test.skipIf(process.platform === 'win32')('a backup is for its owner only', async () => {
  for (const name of ['.', ...(await readdir(backup))]) {
    expect([name, (await stat(join(backup, name))).mode & 0o077]).toEqual([name, 0]);
  }
});

test('nothing is written but the backup', () => {
  expect(existsSync(join(folder, 'unused'))).toBe(false);
});

test('a backup replaces no other, and a restore no data', { timeout: TIMEOUT_MS }, async () => {
  expect(await arena(played, 'backup', '--to', backup)).toMatchObject({
    code: 1,
    output: { error: { code: 'ARGUMENT_INVALID' } },
  });
  expect(await arena(played, 'restore', '--from', backup)).toMatchObject({
    code: 1,
    output: { error: { code: 'DATABASE_NOT_EMPTY' } },
  });
});

test.each([
  ['cut short', async (file: string) => await truncate(file, (await stat(file)).size - 1)],
  ['longer than it was', async (file: string) => await appendFile(file, Buffer.from([5, 0, 0, 0, 0]))],
  ['changed in one bit', async (file: string) => await flipBit(file)],
  ['not of documents', async (file: string) => await writeFile(file, Buffer.alloc(100))],
  ['gone', async (file: string) => await rm(file)],
])('a backup with a file that is %s leaves the database empty', { timeout: TIMEOUT_MS }, async (_, damage) => {
  const copy = await copyBackup();
  await damage(join(copy, 'ledger_entries.bson'));
  const url = toUrl(`damaged_${Math.random().toString(36).slice(2)}`);
  expect(await arena(url, 'restore', '--from', copy)).toMatchObject({
    code: 1,
    output: { error: { code: 'BACKUP_INVALID' } },
  });
  expect(await withDatabase(url, async (database) => await database.backup.findOccupied())).toBeNull();
});

test('a backup that was interrupted has no manifest, and is refused', { timeout: TIMEOUT_MS }, async () => {
  const copy = await copyBackup();
  await rm(join(copy, 'manifest.json'));
  expect(await arena(toUrl('none'), 'restore', '--from', copy)).toMatchObject({
    code: 1,
    output: { error: { code: 'BACKUP_INVALID', message: expect.stringContaining('interrupted') } },
  });
});

/** In the last text of the file, so that its documents can still be read. */
async function flipBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  const place = bytes.lastIndexOf('kind') + 'kind'.length + 6;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(file, bytes);
}
