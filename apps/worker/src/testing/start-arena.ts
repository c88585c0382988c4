import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const COMPILE_CACHE = join(tmpdir(), 'coliseum-compile-cache');

export type ArenaExit = {
  /** Null for a process that a signal ended. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type StartedArena = {
  /** Ends it at once, as the machine's end would. */
  readonly kill: () => void;
  readonly ended: Promise<ArenaExit>;
};

/** Starts the operator's command line as its own process, with nothing of this process' settings but what is given. */
export function startArena(args: readonly string[], env: Readonly<Record<string, string>>): StartedArena {
  const child = spawn(process.execPath, [MAIN, ...args], {
    // The cache is no setting of the arena's: it spares each process the reading of all its modules.
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    kill: () => void child.kill('SIGKILL'),
    ended: waitForExit(child, [text(child.stdout), text(child.stderr)]),
  };
}

async function waitForExit(
  child: ChildProcess,
  output: readonly [Promise<string>, Promise<string>],
): Promise<ArenaExit> {
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [code, stdout, stderr] = await Promise.all([closed, ...output]);
  return { code, stdout, stderr };
}
