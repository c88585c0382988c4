import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { getJson, postJson, sendJson } from '../testing/json-client.ts';
import { startTestSimulator, startStoppableSimulator } from '../testing/started-simulator.ts';

const mainFile = join(import.meta.dirname, '../main.ts');
const faults = [{ name: 'third', service: 'exa' as const, kinds: ['overloaded' as const], calls: [3] }];

async function createTemporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'simulator-state-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

function ask(exaBaseUrl: string) {
  return postJson(`${exaBaseUrl}/answer`, { query: 'What?' }, { 'x-api-key': 'any' });
}

test('clock, faults and the place in their scripts survive a restart', async () => {
  await using folder = await createTemporaryFolder();
  const stateFile = join(folder.path, 'state.json');
  const first = await startTestSimulator({ stateFile, scenario: { faults } });
  first.setNow(new Date('2027-01-01T00:00:00Z'));
  for (let call = 1; call <= 2; call += 1) expect(await ask(first.exaBaseUrl)).toMatchObject({ status: 501 });
  await first.stop();
  expect(await readdir(folder.path)).toEqual(['state.json']);

  await using second = await startStoppableSimulator({ stateFile });
  expect((await getJson(`${second.url}/admin/clock`)).body).toMatchObject({ now: '2027-01-01T00:00:00.000Z' });
  expect(await ask(second.exaBaseUrl)).toMatchObject({ status: 503 });
  expect((await getJson(`${second.url}/admin/faults`)).body).toMatchObject({ faults: [{ seen: 3, fired: 1 }] });
});

test('what an admin call confirmed is kept even if the simulator is killed at once', async () => {
  await using folder = await createTemporaryFolder();
  const state = join(folder.path, 'state.json');
  const flags = [mainFile, '--port', '0', '--seed', 'integration', '--state', state];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = await once(child, 'message');
  const { url } = z.object({ url: z.url() }).parse(message);
  await sendJson('PUT', `${url}/admin/faults`, { faults });
  await postJson(`${url}/admin/clock`, { mode: 'manual', now: '2027-01-01T00:00:00Z' });
  child.kill('SIGKILL');
  await once(child, 'exit');

  await using simulator = await startStoppableSimulator({ stateFile: state });
  expect((await getJson(`${simulator.url}/admin/faults`)).body).toMatchObject({ faults });
  expect((await getJson(`${simulator.url}/admin/clock`)).body).toMatchObject({ now: '2027-01-01T00:00:00.000Z' });
});

test('a state that is broken, of another seed, or in no folder is refused and left as it is', async () => {
  await using folder = await createTemporaryFolder();
  const stateFile = join(folder.path, 'state.json');
  await (await startTestSimulator({ stateFile, seed: 'one', scenario: { faults } })).stop();
  await expect(startTestSimulator({ stateFile, seed: 'two' })).rejects.toMatchObject({
    code: 'SIMULATOR_STATE_INVALID',
    message: expect.stringContaining('seed one'),
  });
  const nowhere = join(folder.path, 'no-such-folder/state.json');
  await expect(startTestSimulator({ stateFile: nowhere })).rejects.toMatchObject({
    code: 'SIMULATOR_STATE_INVALID',
    message: expect.stringContaining('cannot be written'),
  });
  await writeFile(stateFile, '{"version":1,');
  await expect(startTestSimulator({ stateFile })).rejects.toMatchObject({ code: 'SIMULATOR_STATE_INVALID' });
  expect(await readFile(stateFile, 'utf8')).toBe('{"version":1,');
});
