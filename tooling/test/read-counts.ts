import { readFile } from 'node:fs/promises';
import type { TestCounts } from './step-result.ts';

type CountReader = (report: unknown) => TestCounts | undefined;

/** Reads the counts from a report file. Undefined if the runner wrote none. */
export async function readCounts(path: string, toCounts: CountReader): Promise<TestCounts | undefined> {
  try {
    return toCounts(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Reads Vitest's JSON report. A file that fails to load reports no tests, so it counts as one failure. */
export const readVitestCounts: CountReader = (report) => {
  const passed = readNumber(report, 'numPassedTests');
  const failed = readNumber(report, 'numFailedTests');
  if (passed === undefined || failed === undefined) return undefined;
  const skipped = (readNumber(report, 'numPendingTests') ?? 0) + (readNumber(report, 'numTodoTests') ?? 0);
  return { passed, failed: failed + countUnloadedFiles(report), skipped };
};

/** Reads Playwright's JSON report. A test that passes on a retry counts as passed. */
export const readPlaywrightCounts: CountReader = (report) => {
  const stats = readValue(report, 'stats');
  const expected = readNumber(stats, 'expected');
  const unexpected = readNumber(stats, 'unexpected');
  if (expected === undefined || unexpected === undefined) return undefined;
  return {
    passed: expected + (readNumber(stats, 'flaky') ?? 0),
    failed: unexpected,
    skipped: readNumber(stats, 'skipped') ?? 0,
  };
};

function countUnloadedFiles(report: unknown): number {
  const files = readValue(report, 'testResults');
  if (!Array.isArray(files)) return 0;
  return files.filter((file: unknown) => {
    const tests = readValue(file, 'assertionResults');
    return readValue(file, 'status') === 'failed' && Array.isArray(tests) && tests.length === 0;
  }).length;
}

function readValue(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function readNumber(value: unknown, key: string): number | undefined {
  const found = readValue(value, key);
  return typeof found === 'number' ? found : undefined;
}
