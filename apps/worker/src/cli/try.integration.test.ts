import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOutput, runArena } from '../testing/run-arena.ts';
import type { ArenaExit } from '../testing/start-arena.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-try-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function runCli(...args: readonly string[]): Promise<ArenaExit> {
  return await runArena([...args, '--json'], { COLISEUM_DATA_DIR: join(folder, 'data') });
}

const Trial = z.object({
  candidates: z.array(z.object({ ticker: z.string(), status: z.string(), filterReason: z.string().nullable() })),
  costMicroDollars: z.number(),
});

test('dry runs of each stage record their cost and store nothing else', async () => {
  const listed = Trial.parse(parseOutput(await runCli('try', 'ingestion', '--no-selection')));
  expect(listed.costMicroDollars).toBe(0);
  expect(
    listed.candidates.every(({ status, filterReason }) => (status === 'filtered') === (filterReason !== null)),
  ).toBe(true);
  const ticker = listed.candidates.find(({ status }) => status === 'offered')?.ticker ?? '';

  const selected = Trial.parse(parseOutput(await runCli('try', 'ingestion')));
  expect(selected.costMicroDollars).toBeGreaterThan(0);
  expect(selected.candidates.filter(({ status }) => status === 'selected')).toHaveLength(5);

  expect(parseOutput(await runCli('try', 'research', '--ticker', ticker))).toMatchObject({
    ticker,
    brief: { status: 'complete' },
    costMicroDollars: 20_000,
  });

  const brief = join(folder, 'brief.md');
  await writeFile(brief, 'Nobody knows anything about it.');
  expect(
    parseOutput(await runCli('try', 'bet', '--ticker', ticker, '--agent', 'gpt-6.1 sol', '--brief', brief)),
  ).toMatchObject({
    briefStatus: 'complete',
    answer: { promptUser: expect.stringContaining('Nobody knows anything about it.'), probability: expect.any(String) },
  });

  expect(parseOutput(await runCli('costs', '--by', 'purpose'))).toMatchObject({ total: { calls: 6, failed: 0 } });
  expect(parseOutput(await runCli('status'))).toMatchObject({ matchDays: 0, openEvents: 0, lastRun: null });
  expect(parseOutput(await runCli('schedule'))).toMatchObject({ settlements: [], delayed: 0, schedules: null });
});

test.each([
  [['try', 'research', '--ticker', 'KXNONE'], 'no market KXNONE'],
  [['try', 'bet', '--ticker', 'KXNONE', '--agent', 'x', '--brief', '/nowhere.md'], 'cannot read /nowhere.md'],
  [['try', 'bet', '--ticker', 'KXNONE'], '--agent'],
  [['run', '--from', 'commit'], '--from must be one of ingestion, research, betting'],
  [['run', '--from', 'betting', '--until', 'research'], '--until research comes before --from betting'],
  [['run', '--from', 'betting'], 'no finished ingestion'],
  [['settle', '--due', '--recheck'], 'mutually exclusive'],
  [['retry-event', '--date', '2026-01-01', '--ticker', 'X'], 'never started'],
])('%j is refused with a message about %s', async (args, message) => {
  const result = await runCli(...args);
  expect(result.code).toBe(1);
  expect(JSON.stringify(parseOutput(result))).toContain(message);
});
