import type { StepResult } from './step-result.ts';

/** Formats the table of steps. The totals stand alone on the last line. */
export function formatSummary(results: readonly StepResult[]): string {
  const nameWidth = Math.max(...results.map((result) => result.name.length));
  const rows = results.map((result) => {
    const time = formatDuration(result.durationMs).padStart(9);
    return `  ${toStatus(result).padEnd(7)}  ${result.name.padEnd(nameWidth)} ${time}  ${describe(result)}`;
  });
  const total = formatDuration(sum(results, 'durationMs')).padStart(9);
  return [
    '',
    ...rows.map((row) => row.trimEnd()),
    `           ${'in total'.padEnd(nameWidth)} ${total}`,
    '',
    `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`,
  ].join('\n');
}

/** Number of failures in all steps. */
export function countFailed(results: readonly StepResult[]): number {
  return sum(results, 'failed');
}

function toStatus({ passed, failed, skipped }: StepResult): string {
  if (failed > 0) return 'FAILED';
  return passed === 0 && skipped > 0 ? 'skipped' : 'ok';
}

function describe({ passed, failed, skipped, note }: StepResult): string {
  if (note !== undefined) return skipped === 0 ? note : `${skipped} skipped: ${note}`;
  if (passed + failed + skipped === 0) return '';
  const skippedPart = skipped === 0 ? '' : `, ${skipped} skipped`;
  return `${passed} passed, ${failed} failed${skippedPart}`;
}

function sum(results: readonly StepResult[], key: 'durationMs' | 'passed' | 'failed'): number {
  return results.reduce((total, result) => total + result[key], 0);
}

function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
