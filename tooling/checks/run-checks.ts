import { spawn } from 'node:child_process';
import type { Check } from './checks.ts';

export type CheckResult = {
  readonly check: Check;
  readonly passed: boolean;
  readonly output: string;
  readonly durationMs: number;
};

type RunChecksOptions = {
  /** Root folder of the repository. */
  readonly root: string;
  /** Maximum number of checks that run at once. */
  readonly concurrency: number;
  /** Called when a check ends. */
  readonly report: (result: CheckResult) => void;
};

/** Runs every check, even after a failure. Returns the results in the order of `checks`. */
export async function runChecks(checks: readonly Check[], options: RunChecksOptions): Promise<readonly CheckResult[]> {
  const results: (CheckResult | undefined)[] = checks.map(() => undefined);
  const queue = [...checks.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [position, check] = next;
      const result = await runCheck(check, options.root);
      results[position] = result;
      options.report(result);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return results.filter((result) => result !== undefined);
}

function runCheck(check: Check, root: string): Promise<CheckResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(check.command, check.args, {
      cwd: root,
      env: { ...process.env, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    const finish = (passed: boolean): void =>
      resolve({ check, passed, output: output.trim(), durationMs: performance.now() - startedAt });
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (exitCode) => finish(exitCode === 0));
  });
}
