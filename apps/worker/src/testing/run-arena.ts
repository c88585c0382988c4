import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

export type ArenaExit = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the operator's command line as its own process, with nothing of this process' settings but what is given. */
export async function runArena(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ArenaExit> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, stdout, stderr };
}

/** The one JSON object a command printed on stdout. */
export function answerOf({ stdout }: ArenaExit): unknown {
  return JSON.parse(stdout);
}
