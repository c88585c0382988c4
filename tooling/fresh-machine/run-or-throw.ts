import { spawnSync } from 'node:child_process';

/** Runs a program to completion and returns its output. If it fails, throws an error with `failure` and what it wrote. */
export function runOrThrow(file: string, args: readonly string[], failure = `${file} ${args[0] ?? ''} failed`): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${failure}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}
