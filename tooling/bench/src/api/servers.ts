import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensurePresent } from '@coliseum/domain/assert';
import { z } from 'zod';
import { findFreePort } from '../processes/find-free-port.ts';

/** A server under measurement, in a process of its own. */
export type MeasuredServer = { readonly port: number; readonly pid: number; readonly stop: () => Promise<void> };

/** Debian's Python, whatever else is installed: its packages belong to it. */
const PYTHON = '/usr/bin/python3';

/** Starts the API on a database. */
export async function startApi(mongodbUrl: string): Promise<MeasuredServer> {
  const port = await findFreePort();
  const main = fileURLToPath(import.meta.resolve('@coliseum/api/main'));
  const settings = { MONGODB_URL: mongodbUrl, API_PORT: String(port), COLISEUM_EXHIBITION: 'true', LOG_LEVEL: 'warn' };
  // As the launcher and the container start it.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', main], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await waitForMessage(child, 'The API');
  return describe(child, port);
}

/** Starts bare Node with the bytes of `paths` as the API sends them. */
export async function startBareNode(api: MeasuredServer, paths: readonly string[]): Promise<MeasuredServer> {
  const main = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, [main, `http://127.0.0.1:${api.port}`, ...paths], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return describe(child, z.object({ port: z.int() }).parse(await waitForMessage(child, 'Bare Node')).port);
}

/** Whether FastAPI, Motor and uvicorn are installed. */
export function hasBaseline(): boolean {
  return spawnSync(PYTHON, ['-c', 'import fastapi, motor, uvicorn']).status === 0;
}

/** Starts the PRD's API in FastAPI and Motor on a database. */
export async function startBaseline(mongodbUrl: string): Promise<MeasuredServer> {
  const port = await findFreePort();
  const options = ['--port', String(port), '--log-level', 'warning', '--no-access-log'];
  const child = spawn(PYTHON, ['-m', 'uvicorn', 'baseline:app', ...options], {
    cwd: import.meta.dirname,
    env: { PATH: process.env['PATH'], MONGODB_URL: mongodbUrl, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitUntilAnswering(`http://127.0.0.1:${port}/api/leaderboard`);
  return describe(child, port);
}

async function waitForMessage(child: ChildProcess, name: string): Promise<unknown> {
  const exited = once(child, 'exit').then(() => null);
  const message: unknown = await Promise.race([once(child, 'message').then(([first]: unknown[]) => first), exited]);
  if (message === null) throw new Error(`${name} ended before it was ready; its reason is above.`);
  return message;
}

async function waitUntilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

function describe(child: ChildProcess, port: number): MeasuredServer {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    port,
    pid: ensurePresent(child.pid, 'the id of the process'),
    stop: async () => {
      process.off('exit', kill);
      const exited = once(child, 'exit');
      if (child.kill('SIGTERM')) await exited;
    },
  };
}
