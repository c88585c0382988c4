import { expect, test } from 'vitest';
import { RunError, findStageOfCode, formatRunError, isRunErrorCode } from './run-error.ts';

test('an error of a run has an error code or one of the reasons, and nothing else', () => {
  expect(['EXA_TIMEOUT', 'closed_before_commit', 'no_credit', 'INTERNAL'].every(isRunErrorCode)).toBe(true);
  expect(['chosen', 'KXODD', 'toString'].some(isRunErrorCode)).toBe(false);
  const error = { code: 'chosen', stage: null, subject: null, message: '' };
  expect(RunError.safeParse(error).success).toBe(false);
  expect(RunError.safeParse({ ...error, code: 'broke' }).success).toBe(true);
});

test('a code that only one stage can raise names that stage', () => {
  expect(findStageOfCode('EXA_TIMEOUT')).toBe('research');
  expect(findStageOfCode('closed_before_commit')).toBe('commit');
  expect(findStageOfCode('KALSHI_TIMEOUT')).toBeNull();
});

test('as one line it names its subject, if it has one', () => {
  const error = { code: 'EXA_TIMEOUT', stage: 'research', subject: 'KXRAIN, news', message: 'Too late.' } as const;
  expect(formatRunError(error)).toBe('EXA_TIMEOUT (KXRAIN, news): Too late.');
  expect(formatRunError({ ...error, subject: null })).toBe('EXA_TIMEOUT: Too late.');
});
