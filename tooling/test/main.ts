import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countFailed, formatSummary } from './format-summary.ts';
import type { StepResult } from './step-result.ts';
import { InterruptedError, steps } from './steps.ts';
import type { Step, StepContext } from './steps.ts';

/** `npm test`: runs every step even after a failure, then prints a table, with the totals on the last line. */
async function runTests(context: StepContext): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const blocked = results.some((result) => result.name === step.needs && result.failed > 0);
    results.push(blocked ? createNotRunResult(step) : await runTimed(step, context));
  }
  const hasFailed = countFailed(results) > 0;
  if (hasFailed) context.say(`reports, and screenshots of failures: ${context.scratch}`);
  console.log(formatSummary(results));
  return hasFailed ? 1 : 0;
}

async function runTimed(step: Step, context: StepContext): Promise<StepResult> {
  context.say(`test: ${step.name}`);
  const startedAt = performance.now();
  const outcome = await step.run(context);
  return { ...outcome, name: step.name, durationMs: performance.now() - startedAt };
}

function createNotRunResult(step: Step): StepResult {
  return { name: step.name, durationMs: 0, passed: 0, failed: 1, skipped: 0, note: `not run: '${step.needs}' failed` };
}

const scratch = await mkdtemp(join(tmpdir(), 'coliseum-test-'));
const say = (line: string): void => void process.stderr.write(`coliseum  ${line}\n`);
try {
  process.exitCode = await runTests({ root: join(import.meta.dirname, '..', '..'), scratch, say });
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
} finally {
  // Failed tests may have left screenshots and traces there.
  if (process.exitCode !== 1) await rm(scratch, { recursive: true, force: true });
}
