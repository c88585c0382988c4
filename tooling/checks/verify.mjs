import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checks, preparation } from './checks.ts';
import { runChecks } from './run-checks.ts';

const startedAt = performance.now();
const options = {
  root: join(import.meta.dirname, '../..'),
  concurrency: Math.min(2, availableParallelism()),
  /** @param {import('./run-checks.ts').CheckResult} result */
  report({ check, passed, output, durationMs }) {
    console.log(`${passed ? '✓' : '✗'} ${check.name} (${formatSeconds(durationMs)})`);
    if (!passed) console.log(`\n${output}\n\n  → ${check.fix}\n`);
  },
};
const results = [...(await runChecks([preparation], options)), ...(await runChecks(checks, options))];
const failed = results.filter(({ passed }) => !passed).map(({ check }) => check.name);
const verdict = failed.length === 0 ? `all ${results.length} checks passed` : `failed: ${failed.join(', ')}`;
console.log(`verify: ${verdict} (${formatSeconds(performance.now() - startedAt)})`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {number} milliseconds */
function formatSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
