import { readFile } from 'node:fs/promises';
import type { TestCounts } from './step-result.ts';

type CountsOf = (report: unknown) => TestCounts | undefined;

/** The counts in a report file, or undefined when the runner wrote none. */
export async function readCounts(path: string, countsOf: CountsOf): Promise<TestCounts | undefined> {
  try {
    return countsOf(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Vitest's JSON report. A file that did not load has no tests of its own, so it counts as one that failed. */
export const vitestCounts: CountsOf = (report) => {
  const passed = numberAt(report, 'numPassedTests');
  const failed = numberAt(report, 'numFailedTests');
  if (passed === undefined || failed === undefined) return undefined;
  const skipped = (numberAt(report, 'numPendingTests') ?? 0) + (numberAt(report, 'numTodoTests') ?? 0);
  return { passed, failed: failed + filesThatDidNotLoad(report), skipped };
};

/** Playwright's JSON report. A test that passed on a second try passed. */
export const playwrightCounts: CountsOf = (report) => {
  const stats = valueAt(report, 'stats');
  const expected = numberAt(stats, 'expected');
  const unexpected = numberAt(stats, 'unexpected');
  if (expected === undefined || unexpected === undefined) return undefined;
  return {
    passed: expected + (numberAt(stats, 'flaky') ?? 0),
    failed: unexpected,
    skipped: numberAt(stats, 'skipped') ?? 0,
  };
};

function filesThatDidNotLoad(report: unknown): number {
  const files = valueAt(report, 'testResults');
  if (!Array.isArray(files)) return 0;
  return files.filter((file: unknown) => {
    const tests = valueAt(file, 'assertionResults');
    return valueAt(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0;
  }).length;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | undefined {
  const found = valueAt(value, key);
  return typeof found === 'number' ? found : undefined;
}
