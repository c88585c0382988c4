import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlertKind } from '@coliseum/domain/alert';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOutput, runArena } from '../testing/run-arena.ts';
import type { ArenaExit } from '../testing/start-arena.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command on a temporary data folder of this test file. */
async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  dataDir = 'data',
): Promise<ArenaExit> {
  return await runArena(args, { COLISEUM_DATA_DIR: join(folder, dataDir), ...env });
}

test('the help lists every command', async () => {
  const { code, stdout } = await runCli(['--help']);
  expect(code).toBe(0);
  const commands = [
    'run',
    'settle',
    'void',
    'season',
    'status',
    'audit',
    'verify',
    'export',
    'doctor',
    'migrate',
    'seed',
  ];
  expect(commands.filter((command) => !stdout.includes(`  ${command} `))).toEqual([]);
});

test('a season passes its audit and verification, and its export has no dangling ids', async () => {
  const season = await runCli(['season', '--days', '2', '--from', '2026-03-02', '--seed', 'cli', '--json']);
  expect(season.code).toBe(0);
  expect(parseOutput(season)).toMatchObject({ days: 2, events: 10, skipped: {}, settled: { yes: expect.any(Number) } });

  const audit = await runCli(['audit', '--json']);
  expect(parseOutput(audit)).toMatchObject({ ok: true, checked: { agents: 8, events: 10, bets: 80 }, problems: [] });
  const verify = await runCli(['verify', '--json']);
  expect(parseOutput(verify)).toMatchObject({ ok: true, verified: 2, earlierDays: 0, broken: null });

  const costs = parseOutput(await runCli(['costs', '--date', '2026-03-02', '--by', 'purpose', '--json']));
  expect(costs).toMatchObject({ total: { calls: 61, failed: 0 }, lines: { length: 3 } });

  const out = join(folder, 'export');
  expect((await runCli(['export', '--out', out, '--json'])).code).toBe(0);
  await expectResolvable(out);
});

const Line = z.record(z.string(), z.unknown());

const EXPORTED = [
  'agents',
  'alerts',
  'arena_state',
  'bets',
  'candidate_lists',
  'daily_batches',
  'day_records',
  'events',
  'ledger_entries',
  'outcome_receipts',
  'paid_calls',
  'personas',
  'pipeline_runs',
  'receipts',
];

async function expectResolvable(directory: string): Promise<void> {
  const files = new Map<string, z.infer<typeof Line>[]>();
  for (const name of await readdir(directory)) {
    const lines = (await readFile(join(directory, name), 'utf8')).split('\n').filter((line) => line !== '');
    const records = lines.map((line) => Line.parse(JSON.parse(line)));
    files.set(name, records);
  }
  expect([...files.keys()].toSorted()).toEqual(EXPORTED.map((name) => `${name}.jsonl`));
  const records = [...files.values()].flat();
  const ids = new Set(records.map(({ id }) => id));
  const references = records.flatMap((record) => Object.entries(record).filter(([key]) => key.endsWith('_id')));
  expect(references.filter(([, value]) => value !== null && !ids.has(value))).toEqual([]);
  const [event] = files.get('events.jsonl') ?? [];
  expect(event?.['locked_price']).toMatch(/^0\.\d{2,6}$/);
}

test('preparing an exhibition twice plays its season once', async () => {
  const prepare = async (): Promise<ArenaExit> => await runCli(['prepare', '--days', '2', '--json'], {}, 'exhibition');
  expect(parseOutput(await prepare())).toEqual({ matchDays: 2, played: 2, differences: [] });
  const again = await prepare();
  expect(parseOutput(again)).toEqual({ matchDays: 2, played: 0, differences: [] });
  expect(again.stderr).toBe('');
});

test('an unreachable database is reported without its password', async () => {
  const result = await runCli(['status', '--json'], { MONGODB_URL: 'mongodb://user:hunter2@127.0.0.1:9/coliseum' });
  expect(result.code).toBe(1);
  expect(parseOutput(result)).toMatchObject({ error: { code: 'DATABASE_UNAVAILABLE' } });
  expect(result.stdout + result.stderr).not.toContain('hunter2');
});

test('an invalid environment variable is reported before anything starts', async () => {
  const result = await runCli(['status'], { QUEUE_URL: 'amqp://localhost' }, 'never');
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('QUEUE_URL');
  expect(await readdir(folder)).not.toContain('never');
});

test.each([
  [['run', '--date', '2026-13-01'], '--date'],
  [['season', '--days', '0'], '--days'],
  [['season'], '--days N'],
  [['season', '--markets', '/nowhere.jsonl'], '/nowhere.jsonl'],
  [['export'], '--out'],
  [['bogus'], 'bogus'],
])('%j is refused with a message about %s', async (args, message) => {
  const result = await runCli([...args, '--json'], {}, 'refusals');
  expect(result.code).toBe(1);
  expect(JSON.stringify(parseOutput(result))).toContain(message);
});

test('a broken line of a markets file is reported with its line number', async () => {
  const file = join(folder, 'markets.jsonl');
  await writeFile(file, '\n{"ticker":\n');
  const result = await runCli(['season', '--markets', file, '--json'], {}, 'broken');
  expect(result.code).toBe(1);
  expect(parseOutput(result)).toMatchObject({
    error: { code: 'MARKETS_FILE_INVALID', message: expect.stringContaining(`${file}:2`) },
  });
});

test('an invalid persona file is reported with its line, and no day is played', async () => {
  const personas = join(folder, 'personas');
  await mkdir(personas);
  await writeFile(
    join(personas, 'half.yaml'),
    'name: "Half"\ndescription: "Not much"\nversion: "1.0"\nrisk_tolerance: "enormous"\n',
  );
  const result = await runCli(['season', '--days', '1', '--json'], { COLISEUM_PERSONAS_DIR: personas }, 'persona');
  expect(result.code).toBe(1);
  expect(parseOutput(result)).toMatchObject({
    error: { code: 'PERSONA_INVALID', message: expect.stringContaining('personas/half.yaml:4') },
  });
  expect(parseOutput(await runCli(['status', '--json'], {}, 'persona'))).toMatchObject({ matchDays: 0 });
});

test('a data folder of a newer version is not touched', async () => {
  const dataDir = join(folder, 'newer');
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'format.json'), '{"formatVersion":99}\n');
  const result = await runCli(['status'], {}, 'newer');
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('newer version');
  expect(await readdir(dataDir)).not.toContain('database.sqlite');
  expect(await readFile(join(dataDir, 'format.json'), 'utf8')).toBe('{"formatVersion":99}\n');
});

test('help, errors and runbooks print the commands as they are typed where the process runs', async () => {
  const env = { ARENA_COMMAND: 'docker compose exec worker arena' };
  const help = await runCli(['run', '--help'], env);
  expect(help.stdout).toContain('\n  docker compose exec worker arena run');
  const runbook = await runCli(['runbook', '--name', 'pipeline-failed'], env);
  expect(runbook.stdout).toContain('`docker compose exec worker arena doctor`');
  for (const { stdout } of [help, runbook]) expect(stdout).not.toContain('npm run');
  expect((await runCli(['runbook', '--name', 'pipeline-failed'])).stdout).toContain('`npm run arena -- doctor`');
});

test('every alert has a runbook, and a name that is none is refused with those that there are', async () => {
  const kinds = AlertKind.options.map((kind) => kind.replaceAll('_', '-'));
  expect(parseOutput(await runCli(['runbook', '--json']))).toEqual({ runbooks: expect.arrayContaining(kinds) });
  const wrong = await runCli(['runbook', '--name', '../README']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('The runbooks are agent-timeouts, ');
});

test('the doctor says first which database, queue and services it looks at', async () => {
  const { stdout } = await runCli(['doctor']);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'This looks at',
    `  Database    the local stack in ${join(folder, 'data')}, started for this command`,
    `  Queue       the local stack in ${join(folder, 'data')}, started for this command`,
    '  Kalshi      the simulator',
  ]);
});
