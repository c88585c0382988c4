import { expect, test } from 'vitest';
import { countTally, describeTally } from './tally.ts';

const forecasts = [
  { decision: 'YES', automatic: false },
  { decision: 'YES', automatic: false },
  { decision: 'NO', automatic: false },
  { decision: 'ABSTAIN', automatic: false },
  { decision: 'ABSTAIN', automatic: true },
] as const;

test('a failure is not counted as a pass', () => {
  expect(countTally(forecasts)).toEqual({ yes: 2, no: 1, passed: 1, noAnswer: 1 });
  expect(describeTally(forecasts)).toBe('YES 2, NO 1, pass 1, no answer 1');
});

test('both sides are named even when nobody bet', () => {
  expect(describeTally([])).toBe('YES 0, NO 0');
});
