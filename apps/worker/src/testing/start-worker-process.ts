import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILE_CACHE = join(tmpdir(), 'coliseum-compile-cache');
const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export type WorkerProcess = {
  /** Resolves with the exit code, or null if a signal ended the process. */
  readonly ended: Promise<number | null>;
  /** Sends SIGTERM, as `docker stop` does, and returns the exit code, or null if a signal ended the process. */
  readonly terminate: () => Promise<number | null>;
  /** Kills it with SIGKILL if it is still running. */
  readonly kill: () => void;
};

type StartingWorker = WorkerProcess & {
  /** Resolves once the worker is ready; rejects if it ends before. */
  readonly started: Promise<void>;
};

/** Starts the worker as a process with only the given settings. */
export function spawnWorkerProcess(env: Readonly<Record<string, string>>): StartingWorker {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const failed = ended.then((code): never => {
    throw new Error(`the worker ended with ${code}`);
  });
  const started = Promise.race([once(child, 'message'), failed]).then(() => {});
  // Prevents an unhandled rejection when the caller does not wait for the start.
  started.catch(() => {});
  return {
    started,
    ended,
    kill: () => void child.kill('SIGKILL'),
    terminate: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** Starts the worker as a process and waits until it is ready. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const worker = spawnWorkerProcess(env);
  await worker.started;
  return worker;
}
