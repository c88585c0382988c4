import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withSetupLock } from './setup-lock.mjs';

async function createLockPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'setup.lock');
}

async function findEndedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? Number.NaN;
}

test('work under one lock never overlaps', async () => {
  const path = await createLockPath();
  let running = 0;
  let mostAtOnce = 0;
  const work = async () => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };

  await Promise.all(Array.from({ length: 4 }, () => withSetupLock({ path, say: () => undefined }, work)));

  expect(mostAtOnce).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test('who waits says for whom, once', async () => {
  const path = await createLockPath();
  const lines: string[] = [];
  const waiterSpoke = Promise.withResolvers<void>();
  const say = (line: string) => {
    lines.push(line);
    waiterSpoke.resolve();
  };

  await withSetupLock({ path, say }, async () => {
    const waiting = withSetupLock({ path, say }, async () => 'second');
    await waiterSpoke.promise;
    return { waiting };
  }).then(({ waiting }) => waiting);

  expect(lines).toEqual([`Waiting for process ${process.pid}, which is setting this checkout up …`]);
});

test('the lock is released when the work fails', async () => {
  const path = await createLockPath();
  const failing = withSetupLock({ path, say: () => undefined }, () => Promise.reject(new Error('no network')));

  await expect(failing).rejects.toThrow('no network');
  expect(existsSync(path)).toBe(false);
});

test('the lock of a process that died is taken over by one of those who wait', async () => {
  const path = await createLockPath();
  await writeFile(path, JSON.stringify({ token: 'old', pid: await findEndedPid(), host: hostname() }));
  let running = 0;
  const work = async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return 'done';
  };

  const all = Array.from({ length: 3 }, () => withSetupLock({ path, say: () => undefined }, work));

  expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
});

test('a lock nobody touches any more is taken over even if its process number is in use', async () => {
  const path = await createLockPath();
  await writeFile(path, JSON.stringify({ token: 'old', pid: process.pid, host: hostname() }));
  const longAgo = new Date(Date.now() - 10 * 60_000);
  await utimes(path, longAgo, longAgo);

  expect(await withSetupLock({ path, say: () => undefined }, async () => 'done')).toBe('done');
});
