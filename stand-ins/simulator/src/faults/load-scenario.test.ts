import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadScenario, parseScenario } from './load-scenario.ts';
import { buildOutageScenario } from './outage-scenario.ts';

const scenarios = join(import.meta.dirname, '../../scenarios');

async function load(text: string, name = 'scenario.yaml') {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    await writeFile(join(folder, name), text);
    return await loadScenario(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the scenario of a tenth is the outage of a tenth', async () => {
  expect(await loadScenario(join(scenarios, 'tenth.yaml'))).toEqual(parseScenario(buildOutageScenario(0.1), 'outage'));
});

test('the rough week is a scenario', async () => {
  const { faults, latencies } = await loadScenario(join(scenarios, 'rough-week.yaml'));
  expect(faults.map(({ service }) => service)).toEqual(expect.arrayContaining(['kalshi', 'openrouter', 'exa']));
  expect(latencies.length).toBeGreaterThan(1);
});

test('JSON works too, and what is left out is empty', async () => {
  const json = '{"latencies": [{"service": "exa", "latency": {"kind": "fixed", "ms": 5}}]}';
  expect(await load(json, 'scenario.json')).toEqual({
    faults: [],
    latencies: [{ service: 'exa', latency: { kind: 'fixed', ms: 5 } }],
  });
  expect(await load('')).toEqual({ faults: [], latencies: [] });
});

test.each([
  ['a mistake of YAML by its line', 'faults:\n  - [\n', /line 3/],
  ['an unknown kind by its place', 'faults: [{name: a, service: exa, kinds: [hung]}]', /faults\[0\]\.kinds\[0\]/],
  ['an unknown part', 'outages: []', /outages/],
  [
    'rules of one name',
    'faults: [{name: a, service: exa, kinds: [hang]}, {name: a, service: exa, kinds: [hang]}]',
    /name of its own/,
  ],
  [
    'a range upside down',
    'latencies: [{service: exa, latency: {kind: uniform, minMs: 9, maxMs: 1}}]',
    /minMs is more than maxMs/,
  ],
])('a broken scenario names %s', async (_, text, words) => {
  await expect(load(text)).rejects.toMatchObject({
    code: 'SCENARIO_INVALID',
    message: expect.stringMatching(words),
  });
});

test('a missing scenario file is an error that names it', async () => {
  await expect(loadScenario('/nowhere/at-all.yaml')).rejects.toMatchObject({
    code: 'SCENARIO_INVALID',
    message: expect.stringContaining('at-all.yaml'),
  });
});
