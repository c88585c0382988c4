import { expect, test } from 'vitest';
import { addTrial, type Trial } from './servers-page.ts';
import { readTestResults } from './test-results.ts';

const trial: Trial = {
  date: '2026-11-27',
  server: 'MongoDB 8.0.4',
  results: { passed: 400, skipped: 3, failed: [] },
  isSeasonSame: true,
};

const listRows = (page: string): string[] => page.split('\n').filter((line) => line.startsWith('| 20'));

test('the first trial begins the table', () => {
  expect(listRows(addTrial(null, trial))).toEqual([
    '| 2026-11-27 | MongoDB 8.0.4 | 400 | 3 | 0 | the same | nothing |',
  ]);
});

test('a later trial replaces the row of the same server, and leaves the others', () => {
  const first = addTrial(addTrial(null, trial), { ...trial, server: 'FerretDB 2.1 (7.0.77)' });
  const results = { passed: 399, skipped: 3, failed: ['a.test.ts: a | b: expected <1>'] };
  const page = addTrial(first, { ...trial, date: '2026-12-01', results, isSeasonSame: false });
  expect(listRows(page)).toEqual([
    String.raw`| 2026-12-01 | MongoDB 8.0.4 | 399 | 3 | 1 | different | a.test.ts: a \| b: expected &lt;1> |`,
    '| 2026-11-27 | FerretDB 2.1 (7.0.77) | 400 | 3 | 0 | the same | nothing |',
  ]);
});

test('of many differences the first twenty are shown, and how many more there are', () => {
  const failed = Array.from({ length: 25 }, (_, index) => `test ${index}`);
  const [row] = listRows(addTrial(null, { ...trial, results: { ...trial.results, failed } }));
  expect(row).toContain('test 19<br>and 5 more');
});

test('the results name each test that failed, and files that could not be loaded', () => {
  const report = {
    testResults: [
      {
        name: '/repo/packages/db/a.integration.test.ts',
        status: 'failed',
        assertionResults: [
          { title: 'holds', status: 'passed', failureMessages: [] },
          { title: 'differs', status: 'failed', failureMessages: ['Error: 115\n    at somewhere'] },
          { title: 'only here', status: 'pending' },
        ],
      },
      { name: '/repo/packages/db/b.integration.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(readTestResults(report, '/repo')).toEqual({
    passed: 1,
    skipped: 1,
    failed: [
      'packages/db/a.integration.test.ts: differs: Error: 115',
      'packages/db/b.integration.test.ts: could not be loaded',
    ],
  });
});
