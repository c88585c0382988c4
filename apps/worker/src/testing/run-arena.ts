import { startArena, type ArenaExit } from './start-arena.ts';

/** Runs a command of the arena's command line and waits for its end. */
export async function runArena(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  now?: Date,
): Promise<ArenaExit> {
  return await startArena(args, env, now).ended;
}

/** Parses the JSON object that a command printed on stdout. */
export function parseOutput({ stdout }: ArenaExit): unknown {
  return JSON.parse(stdout);
}
