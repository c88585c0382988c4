import { expect, test } from 'vitest';
import { formatOutcomes } from './format-outcomes.ts';

test('each command has a row, and its faults below it', () => {
  const table = formatOutcomes('as root', [
    { line: 'npm start', durationMs: 150_000, exitCode: 0, lastLine: 'stopped', faults: [] },
    { line: 'npm test', durationMs: 720_000, exitCode: 1, lastLine: '9 passed, 1 failed', faults: ['it failed'] },
  ]);

  expect(table.split('\n')).toEqual([
    'A fresh machine, as root:',
    '  ok      npm start    2.5 min  exit code 0  stopped',
    '  FAILED  npm test    12.0 min  exit code 1  9 passed, 1 failed',
    '          it failed',
  ]);
});
