import type { Outcome } from './outcome.ts';

/** Formats the table at the end: each command with its minutes, exit code and last line, its faults below it. */
export function formatOutcomes(machine: string, outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ line, durationMs, exitCode, lastLine, faults }) => {
    const minutes = (durationMs / 60_000).toFixed(1).padStart(5);
    const status = (faults.length === 0 ? 'ok' : 'FAILED').padEnd(6);
    return [
      `  ${status}  ${line.padEnd(9)}  ${minutes} min  exit code ${exitCode}  ${lastLine}`.trimEnd(),
      ...faults.map((fault) => `          ${fault}`),
    ];
  });
  return [`A fresh machine, ${machine}:`, ...rows].join('\n');
}
