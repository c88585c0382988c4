import { expect, test } from 'vitest';
import { countFailed, formatSummary } from './format-summary.ts';
import type { StepResult } from './step-result.ts';

const verify: StepResult = { name: 'verify', durationMs: 1_000, passed: 0, failed: 0, skipped: 0 };
const unit: StepResult = { name: 'unit tests', durationMs: 83_499, passed: 41, failed: 1, skipped: 2 };

test('the last line alone holds the sums of all steps', () => {
  const browser: StepResult = { ...unit, name: 'browser', passed: 9, failed: 0 };

  expect(formatSummary([verify, unit, browser]).split('\n').at(-1)).toBe('50 passed, 1 failed');
  expect(countFailed([verify, unit, browser])).toBe(1);
});

test('each step has a row with its time and counts', () => {
  const rows = formatSummary([verify, unit]).split('\n');

  expect(rows).toContain('  ok       verify         1.0 s');
  expect(rows).toContain('  FAILED   unit tests 1 min 23 s  41 passed, 1 failed, 2 skipped');
  expect(rows).toContain('           in total   1 min 24 s');
});

test('a step that could not run says why', () => {
  const blocked: StepResult = { ...verify, failed: 1, note: 'not run: the site is not built' };

  expect(formatSummary([blocked])).toContain('FAILED   verify     1.0 s  not run: the site is not built');
});

test('tests that this machine cannot run are skipped, say why, and fail nothing', () => {
  const browser: StepResult = { ...verify, name: 'browser', skipped: 52, note: 'There is no Chromium.' };
  const summary = formatSummary([unit, browser]);

  expect(summary.split('\n')).toContain('  skipped  browser        1.0 s  52 skipped: There is no Chromium.');
  expect(summary.split('\n').at(-1)).toBe('41 passed, 1 failed');
  expect(countFailed([browser])).toBe(0);
});
