import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { getJson, readObject, readObjects, postJson } from './testing/json-client.ts';
import { buildRecordedRow } from './testing/recorded-row.ts';
import { startTestSimulator, startStoppableSimulator, testLock } from './testing/started-simulator.ts';

const mainFile = join(import.meta.dirname, 'main.ts');

async function runMain(...flags: readonly string[]) {
  const child = spawn(process.execPath, [mainFile, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { exitCode: child.exitCode, output };
}

test('the clock is read, set and advanced over HTTP', async () => {
  await using simulator = await startStoppableSimulator();
  const clockUrl = `${simulator.url}/admin/clock`;
  expect((await getJson(clockUrl)).body).toEqual({ mode: 'manual', now: testLock.toISOString() });
  const set = await postJson(clockUrl, { mode: 'manual', now: '2026-11-23T00:00:00Z' });
  expect(set.body).toEqual({ mode: 'manual', now: '2026-11-23T00:00:00.000Z' });
  expect((await postJson(clockUrl, { mode: 'manual', now: 'noon' })).status).toBe(400);
  const advanced = await postJson(clockUrl, { advanceMs: 90_000 });
  expect(advanced.body).toEqual({ mode: 'manual', now: '2026-11-23T00:01:30.000Z' });
  expect((await postJson(clockUrl, { advanceMs: -1 })).status).toBe(400);
  expect((await postJson(clockUrl, { mode: 'real' })).body).toMatchObject({ mode: 'real' });
});

test('two simulators of one seed answer alike', async () => {
  await using left = await startStoppableSimulator();
  await using right = await startStoppableSimulator();
  const path = '/events?status=open&with_nested_markets=true';
  const [one, two] = await Promise.all([getJson(left.kalshiBaseUrl + path), getJson(right.kalshiBaseUrl + path)]);
  expect(one.body).toEqual(two.body);
});

test('a taken port is named', async () => {
  await using simulator = await startStoppableSimulator();
  const port = Number(new URL(simulator.url).port);
  await expect(startTestSimulator({ port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining(String(port)),
  });
});

test('recorded markets are offered at their quote and settle with their outcome', async () => {
  await using file = await writeMarketsFile([
    buildRecordedRow(),
    buildRecordedRow({ ticker: 'KXTESTGAME-26MAR09AAABBB-BBB', result: 'scalar' }),
  ]);
  await using simulator = await startStoppableSimulator({
    marketsFile: file.path,
    clock: { mode: 'manual', now: new Date('2026-03-09T14:00:00Z') },
  });
  const feed = await getJson(`${simulator.kalshiBaseUrl}/events?status=open&with_nested_markets=true`);
  const [event] = readObjects(feed.body, 'events');
  expect(readObjects(event ?? {}, 'markets')[0]).toMatchObject({
    yes_bid_dollars: '0.4000',
    yes_ask_dollars: '0.4400',
    last_price_dollars: '0.4200',
    close_time: '2026-03-09T22:00:00Z',
    expected_expiration_time: '2026-03-09T22:00:00Z',
  });
  simulator.setNow(new Date('2026-03-10T00:00:00Z'));
  const won = await getJson(`${simulator.kalshiBaseUrl}/markets/KXTESTGAME-26MAR09AAABBB-AAA`);
  const scalar = await getJson(`${simulator.kalshiBaseUrl}/markets/KXTESTGAME-26MAR09AAABBB-BBB`);
  expect(readObject(won.body, 'market')).toMatchObject({
    status: 'finalized',
    result: 'yes',
    settlement_value_dollars: '1.0000',
  });
  expect(readObject(scalar.body, 'market')).toMatchObject({ status: 'finalized', result: 'scalar' });
  expect(readObject(scalar.body, 'market')).not.toHaveProperty('settlement_value_dollars');
});

test('the program tells its parent where it listens, and ends when the parent does', async () => {
  const flags = [mainFile, '--port', '0', '--seed', 'cli', '--clock', testLock.toISOString()];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [message] = await once(child, 'message');
  const ready = z.object({ type: z.literal('ready'), url: z.url(), kalshiBaseUrl: z.url() }).parse(message);
  expect((await getJson(`${ready.url}/admin/clock`)).body).toMatchObject({ now: testLock.toISOString() });
  expect(ready.kalshiBaseUrl).toBe(`${ready.url}/kalshi/trade-api/v2`);
  child.disconnect();
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('the program explains itself, and what is wrong with its arguments', async () => {
  expect(await runMain('--help')).toMatchObject({ exitCode: 0, output: expect.stringContaining('--markets') });
  expect(await runMain('--port', '99999')).toMatchObject({ exitCode: 1, output: expect.stringContaining('65535') });
  expect(await runMain('--port', '0', '--scenario', 'nowhere.yaml')).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('Scenario nowhere.yaml: the file cannot be read'),
  });
  await using file = await writeMarketsFile([], '{"broken"\n');
  expect(await runMain('--port', '0', '--markets', file.path)).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('markets.jsonl:1: not a JSON object'),
  });
});

async function writeMarketsFile(rows: readonly unknown[], ending = '') {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const path = join(folder, 'markets.jsonl');
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n') + ending);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
