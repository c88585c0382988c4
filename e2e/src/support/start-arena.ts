import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from './find-free-port.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 20_000;

/** Set to empty, so that neither the environment nor a `.env` file connects the test arena to a real service. */
const NO_REAL_SERVICES = { OPENROUTER_API_KEY: '', EXA_API_KEY: '', MONGODB_URL: '', QUEUE_URL: '' };

export type Arena = { readonly webUrl: string; readonly apiUrl: string; readonly stop: () => Promise<void> };

/** Starts the whole arena as `npm start` does, with free ports and an empty data folder, and waits until it responds. */
export async function startArena(): Promise<Arena> {
  const [webPort, apiPort] = [await findFreePort(), await findFreePort()];
  const dataDir = await mkdtemp(join(tmpdir(), 'coliseum-e2e-'));
  const launcher = spawn(process.execPath, [join(ROOT, 'apps/launcher/src/main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...NO_REAL_SERVICES,
      WEB_PORT: String(webPort),
      API_PORT: String(apiPort),
      COLISEUM_DATA_DIR: dataDir,
    },
  });
  const stop = async () => {
    await stopProcess(launcher);
    await rm(dataDir, { recursive: true, force: true });
  };
  const webUrl = `http://127.0.0.1:${webPort}`;
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  try {
    await waitUntilReady(launcher, [webUrl, `${apiUrl}/health/ready`]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { webUrl, apiUrl, stop };
}

async function waitUntilReady(launcher: ChildProcess, urls: readonly string[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (const url of urls) {
    while (!(await isResponding(url))) {
      if (launcher.exitCode !== null) throw new Error(`The launcher exited with code ${launcher.exitCode}.`);
      if (Date.now() > deadline) throw new Error(`${url} did not respond within ${READY_WITHIN_MS / 1000} s.`);
      await sleep(500);
    }
  }
}

async function isResponding(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = sleep(STOPPED_WITHIN_MS, 'late' as const, { ref: false });
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
}
