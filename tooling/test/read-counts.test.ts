import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlaywrightCounts, readCounts, readVitestCounts } from './read-counts.ts';
import { toTestCounts } from './step-result.ts';

async function writeReportFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-counts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  await writeFile(path, content);
  return path;
}

test('vitest counts a file that did not load as one failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };

  expect(readVitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('playwright counts a test that passed on its second try as passed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } };

  expect(readPlaywrightCounts(report)).toEqual({ passed: 6, failed: 1, skipped: 3 });
});

test('a report that is missing, broken or of another shape has no counts', async () => {
  expect(await readCounts(join(tmpdir(), 'coliseum-no-such-report.json'), readVitestCounts)).toBeUndefined();
  expect(await readCounts(await writeReportFile('{ broken'), readVitestCounts)).toBeUndefined();
  expect(await readCounts(await writeReportFile('{}'), readPlaywrightCounts)).toBeUndefined();
});

test('a report is read from its file', async () => {
  const path = await writeReportFile(JSON.stringify({ numPassedTests: 3, numFailedTests: 0 }));

  expect(await readCounts(path, readVitestCounts)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a runner that ends badly without a failed test failed once', () => {
  expect(toTestCounts(1, { passed: 4, failed: 0, skipped: 0 })).toEqual({ passed: 4, failed: 1, skipped: 0 });
  expect(toTestCounts(1, { passed: 4, failed: 2, skipped: 0 })).toEqual({ passed: 4, failed: 2, skipped: 0 });
  expect(toTestCounts(2, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(toTestCounts(0, undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
