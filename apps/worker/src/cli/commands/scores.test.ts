import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFigures, joinComparisons } from '@coliseum/scoring/testing/compare-figures';
import { scoringVectors } from '@coliseum/scoring/testing/scoring-vectors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showScores } from './scores.ts';

const { cases, seasons, tolerance } = scoringVectors;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-scores-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const createEnvironment = () => ({
  env: {},
  workingDirectory: folder,
  stderr: process.stderr,
  createStopSignal: () => new AbortController().signal,
});

async function runScores(input: unknown, explain?: string) {
  await writeFile(join(folder, 'season.json'), typeof input === 'string' ? input : JSON.stringify(input));
  return await showScores(createEnvironment(), { input: 'season.json', ...(explain === undefined ? {} : { explain }) });
}

test('what --json prints of every vector is its expected structure', async () => {
  const compared = [];
  for (const { name, input, expected } of [...cases, ...seasons]) {
    const { data } = await runScores(input);
    compared.push(compareFigures(JSON.parse(JSON.stringify(data)), expected, tolerance, name));
  }
  const { problems, numbers } = joinComparisons(compared);
  expect(problems).toEqual([]);
  expect(numbers).toBe(43_827);
});

test('for reading there are both boards, the baselines and a sentence about each agent', async () => {
  const { text } = await runScores(seasons.find(({ name }) => name === '350 days')?.input);
  expect(text).toContain('coliseum-scoring/1.0.0, complete days: 349');
  expect(text).toMatch(/^bravo +1 +established +1-5 /m);
  expect(text).toMatch(/^ensemble +/m);
  expect(text).toContain('alpha is separably worse than the market');
  expect(text).toContain('Day 349. If today');
});

test('--explain shows the terms of one agent', async () => {
  const input = cases.find(({ name }) => name === 'thirty days')?.input;
  const { text } = await runScores(input, 'alpha');
  expect(text).toContain('Days that count (S2): 30 of 30');
  expect(text).toContain('A_g better');
  await expect(runScores(input, 'nobody')).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining('an agent of the season ('),
  });
});

test('--as-of and --input exclude each other', async () => {
  const options = { input: 'season.json', asOf: '2026-01-06' };
  await expect(showScores(createEnvironment(), options)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});

test.each([
  ['no JSON', 'season.json must be JSON.'],
  [{ feeRule: 'gross-7' }, 'minDays: '],
  [{ feeRule: 'gross-8', minDays: 1, asOf: '2026-01-06T14:00:00Z', agents: [], days: [] }, 'feeRule: '],
])('a file with %j is refused with the field that is wrong', async (input, message) => {
  await expect(runScores(input)).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining(message),
  });
});
