import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countFailed, formatSummary } from './format-summary.ts';
import type { StepResult } from './step-result.ts';
import { InterruptedError, steps } from './steps.ts';
import type { Step, StepContext } from './steps.ts';

/** `npm test`: every step, whatever the ones before it said, then a table and the sums as the last line. */
async function runTests(context: StepContext): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const blocked = results.some((result) => result.name === step.needs && result.failed > 0);
    results.push(blocked ? notRun(step) : await runTimed(step, context));
  }
  console.log(formatSummary(results));
  return countFailed(results) === 0 ? 0 : 1;
}

async function runTimed(step: Step, context: StepContext): Promise<StepResult> {
  context.say(`test: ${step.name}`);
  const startedAt = performance.now();
  const outcome = await step.run(context);
  return { ...outcome, name: step.name, durationMs: performance.now() - startedAt };
}

function notRun(step: Step): StepResult {
  return { name: step.name, durationMs: 0, passed: 0, failed: 1, skipped: 0, note: `not run: '${step.needs}' failed` };
}

const scratch = await mkdtemp(join(tmpdir(), 'coliseum-test-'));
try {
  process.exitCode = await runTests({
    root: join(import.meta.dirname, '..', '..'),
    scratch,
    say: (line) => process.stderr.write(`coliseum  ${line}\n`),
  });
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 130;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
