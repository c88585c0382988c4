import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchOutput } from './command-output.ts';
import type { Machine } from './make-machine.ts';
import type { Outcome } from './outcome.ts';

/** Runs `npm test` and judges its exit code and its last line. */
export async function runTest(machine: Machine, line: string): Promise<Outcome> {
  const startedAt = performance.now();
  const child = spawn('chroot', machine.toArguments(line), { stdio: ['ignore', 'pipe', 'pipe'] });
  const readLastLine = watchOutput(child);
  await once(child, 'close');
  const exitCode = child.exitCode ?? 1;
  const lastLine = readLastLine();
  return {
    line,
    durationMs: performance.now() - startedAt,
    exitCode,
    lastLine,
    faults: findFaults(exitCode, lastLine),
  };
}

function findFaults(exitCode: number, lastLine: string): string[] {
  return [
    ...(exitCode === 0 ? [] : [`exit code ${exitCode} instead of 0`]),
    ...(/^[1-9]\d* passed, 0 failed$/.test(lastLine) ? [] : ["the last line is not 'N passed, 0 failed'"]),
  ];
}
