import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseOutput, runArena } from '../testing/run-arena.ts';
import type { ArenaExit } from '../testing/start-arena.ts';

/** Real to the arena; nothing is sent to them here. */
const KEYS = { OPENROUTER_API_KEY: 'key', EXA_API_KEY: 'key' };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-trial-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ArenaExit> {
  return await runArena([...args, '--json'], { COLISEUM_DATA_DIR: folder, ...env });
}

test('a trial plays a part of a day in a database of its own, with books that hold, and is dropped with it', async () => {
  const elsewhere = { MONGODB_URL: 'mongodb://127.0.0.1:1/never' };
  const run = await runCli(['run', '--trial', 'first', '--events', '2', '--agents', '3'], elsewhere);
  expect(parseOutput(run)).toMatchObject({ status: 'completed', events: { length: 2 } });
  expect(parseOutput(await runCli(['audit', '--trial', 'first']))).toMatchObject({
    ok: true,
    checked: { events: 2, bets: 6 },
  });
  expect(parseOutput(await runCli(['status']))).toMatchObject({ matchDays: 0 });
  expect(parseOutput(await runCli(['trial', 'list']))).toEqual({ trials: ['first'] });
  expect(parseOutput(await runCli(['trial', 'drop', 'first']))).toEqual({ dropped: 'first' });
  expect(parseOutput(await runCli(['trial', 'list']))).toEqual({ trials: [] });
});

test.each([
  [['run', '--events', '2'], '--events and --agents need --trial NAME'],
  [['run', '--trial', 'first', '--agents', '9'], '--agents must be a whole number from 1 to 8'],
  [['status', '--trial', '../data'], 'A trial is named by'],
  [['trial', 'drop', 'none'], 'No trial "none". There is none.'],
  [['dry-run', 'settlement', '--ticker', 'KXNONE', '--price', '1'], '--price must be a price between 0 and 1'],
])('the command "arena %j" is refused with "%s"', async (args, message) => {
  const { code, stdout } = await runCli(args);
  expect(code).toBe(1);
  expect(stdout).toContain(JSON.stringify(message).slice(1, -1));
});

test('with keys and without MONGODB_URL a command stops before it makes a database', async () => {
  const { code, stdout } = await runCli(['status'], KEYS);
  expect(code).toBe(1);
  expect(stdout).toContain('CONFIG_INVALID');
  expect(stdout).toContain('MONGODB_URL is not');
});
