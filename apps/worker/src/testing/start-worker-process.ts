import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export type WorkerProcess = {
  /** Its exit code once it has ended, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop, as `docker stop` does, and returns its exit code, or null for one that a signal ended. */
  readonly terminate: () => Promise<number | null>;
  /** Ends it at once, if it still runs. */
  readonly kill: () => void;
};

type StartingWorker = WorkerProcess & {
  /** Done once it works; fails where it ended before. */
  readonly started: Promise<void>;
};

/** Starts the worker as its own process. It has nothing of this process' settings. */
export function spawnWorkerProcess(env: Readonly<Record<string, string>>): StartingWorker {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const failed = ended.then((code): never => {
    throw new Error(`the worker ended with ${code}`);
  });
  const started = Promise.race([once(child, 'message'), failed]).then(() => {});
  // Whoever does not wait for the start sees the end.
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

/** The same, once it works. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const worker = spawnWorkerProcess(env);
  await worker.started;
  return worker;
}
