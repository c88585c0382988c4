import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ProcessSpec } from './supervised-process.ts';
import { createSupervisor } from './supervisor.ts';

const readyThenWait = `
  process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
  process.send({ type: 'ready', url: 'http://x' });
  setInterval(() => {}, 1000);
`;

async function makeTools() {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-supervisor-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lines: string[] = [];
  const supervisor = createSupervisor({ stopWithinMs: 4_000, getLogPath: (name) => `/logs/${name}.log` });
  onTestFinished(() => supervisor.stopAll());
  const spec = async (name: string, script: string): Promise<ProcessSpec> => {
    const path = join(folder, `${name}.cjs`);
    await writeFile(path, script);
    const onLine = (line: string, stream: string) => void lines.push(`${name} ${stream} ${line}`);
    return { name, args: [path], cwd: folder, env: process.env, onLine };
  };
  return { supervisor, lines, spec };
}

test('a service reports that it is ready, and services stop in reverse order of their start', async () => {
  const { supervisor, lines, spec } = await makeTools();
  const first = supervisor.startService(await spec('first', readyThenWait));
  const second = supervisor.startService(await spec('second', readyThenWait));

  expect(await first.ready).toEqual({ type: 'ready', url: 'http://x' });
  await second.ready;
  await supervisor.stopAll();

  expect(lines).toEqual(['second stdout stopped', 'first stdout stopped']);
});

test('a service that dies is a failure that says how it ended', async () => {
  const { supervisor, lines, spec } = await makeTools();
  supervisor.startService(await spec('api', 'console.error("no database"); process.exitCode = 3;'));

  await expect(supervisor.failure).rejects.toMatchObject({
    code: 'SERVICE_FAILED',
    message: 'api exited with code 3. See /logs/api.log.',
  });
  expect(lines).toEqual(['api stderr no database']);
});

test('a service killed by a signal is a failure that names the signal', async () => {
  const { supervisor, spec } = await makeTools();
  supervisor.startService(await spec('worker', 'process.kill(process.pid, "SIGKILL");'));

  await expect(supervisor.failure).rejects.toThrow('worker was killed by SIGKILL.');
});

test('a service that ignores the stop request is killed along with its children', async () => {
  const { supervisor, spec } = await makeTools();
  const stubborn = `
    const { spawn } = require('node:child_process');
    process.on('SIGTERM', () => {});
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    child.on('spawn', () => process.send({ type: 'ready', pid: child.pid }));
    setInterval(() => {}, 1000);
  `;
  const service = supervisor.startService(await spec('stubborn', stubborn));
  const pid = readPid(await service.ready);

  await service.stop(50);

  expect((await service.ended).signal).toBe('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 120_000 }).toBe(false);
});

test('a task resolves on exit code 0 and rejects otherwise', async () => {
  const { supervisor, spec } = await makeTools();

  await expect(supervisor.runTask(await spec('good', ''))).resolves.toBeUndefined();
  await expect(supervisor.runTask(await spec('bad', 'process.exitCode = 1;'))).rejects.toThrow(
    'bad exited with code 1',
  );
});

test('nothing can be started once stopping has begun', async () => {
  const { supervisor, spec } = await makeTools();
  await supervisor.stopAll();
  const late = await spec('late', readyThenWait);

  expect(() => supervisor.startService(late)).toThrow('late cannot start while everything is stopping');
});

test('a child stops by itself when its parent is killed', async () => {
  const { supervisor, spec } = await makeTools();
  const parent = await spec(
    'parent',
    `
    const { spawn } = require('node:child_process');
    const args = ['--import', ${JSON.stringify(new URL('stop-with-parent.ts', import.meta.url).href)}, '-e', 'setInterval(() => {}, 1000)'];
    const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('spawn', () => process.send({ type: 'ready', pid: child.pid }));
  `,
  );
  const service = supervisor.startService(parent);
  const pid = readPid(await service.ready);
  expect(isAlive(pid)).toBe(true);

  await service.stop(0);

  await expect.poll(() => isAlive(pid), { timeout: 120_000 }).toBe(false);
});

function readPid(message: unknown): number {
  return typeof message === 'object' && message !== null && 'pid' in message ? Number(message.pid) : Number.NaN;
}

/** A process that has ended but was not reaped still accepts signals; on Linux its state shows that it is a zombie. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
