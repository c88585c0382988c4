import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export type WorkerProcess = {
  /** Asks it to stop, as `docker stop` does, and returns its exit code, or null for one that a signal ended. */
  readonly terminate: () => Promise<number | null>;
  /** Ends it at once, if it still runs. */
  readonly kill: () => void;
};

/** Starts the worker as its own process, and returns once it works. It has nothing of this process' settings. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const failed = exited.then((code): never => {
    throw new Error(`the worker ended with ${code}`);
  });
  failed.catch(() => {});
  await Promise.race([once(child, 'message'), failed]);
  return {
    kill: () => void child.kill('SIGKILL'),
    terminate: async () => {
      child.kill('SIGTERM');
      return await exited;
    },
  };
}
