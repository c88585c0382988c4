import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createServiceRunner } from './service-runner.ts';

async function runOnce(folder: string, script: string): Promise<string[]> {
  const shown: string[] = [];
  const runner = createServiceRunner(join(folder, 'logs'), (line) => void shown.push(line));
  const path = join(folder, 'service.cjs');
  await writeFile(path, script);
  const spec = { name: 'api', args: [path], cwd: folder, env: process.env, minimumLevel: 'warn' } as const;
  const service = await runner.startService(spec);
  await service.ended;
  await runner.stopAll();
  return shown;
}

test('every line goes to the log of this start, and the important ones to the terminal under the name of the service', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-runner-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const script = `
    console.log(JSON.stringify({ level: 'info', msg: 'request' }));
    console.log(JSON.stringify({ level: 'warn', msg: 'slow request' }));
  `;

  const shown = await runOnce(folder, script);
  const log = () => readFile(join(folder, 'logs', 'api.log'), 'utf8');

  expect(shown).toEqual(['api         | warn: slow request']);
  await expect.poll(log).toBe('{"level":"info","msg":"request"}\n{"level":"warn","msg":"slow request"}\n');

  await runOnce(folder, 'console.log("second start");');

  await expect.poll(log).toBe('second start\n');
  expect(await readFile(join(folder, 'logs', 'api.previous.log'), 'utf8')).toContain('slow request');
});

test.skipIf(process.platform === 'win32')('only the owner may read the logs, also those of before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-runner-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await runOnce(folder, 'console.log("first start");');
  await chmod(join(folder, 'logs'), 0o755);
  await chmod(join(folder, 'logs', 'api.log'), 0o644);
  await runOnce(folder, 'console.log("second start");');
  const readRights = async (name: string) => (await stat(join(folder, 'logs', name))).mode & 0o777;
  expect([await readRights('.'), await readRights('api.log'), await readRights('api.previous.log')]).toEqual([
    0o700, 0o600, 0o600,
  ]);
});
