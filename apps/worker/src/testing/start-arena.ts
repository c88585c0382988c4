import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const TURN_CLOCK = new URL('turn-clock.ts', import.meta.url);
const COMPILE_CACHE = join(tmpdir(), 'coliseum-compile-cache');

export type ArenaExit = {
  /** Null if a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type StartedArena = {
  /** Kills it with SIGKILL. */
  readonly kill: () => void;
  readonly ended: Promise<ArenaExit>;
};

/** Starts the arena's command line as a process with only the given settings. Its clock starts at `now`, if given. */
export function startArena(args: readonly string[], env: Readonly<Record<string, string>>, now?: Date): StartedArena {
  const clock = now === undefined ? [] : ['--import', `${TURN_CLOCK.href}?now=${now.toISOString()}`];
  const child = spawn(process.execPath, [...clock, MAIN, ...args], {
    // Not a setting of the arena: the cache saves each process from compiling all of its modules.
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
