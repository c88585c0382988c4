import { expect, test } from 'vitest';
import { createFailureLimit } from './failure-limit.ts';

test('each address has its own limit, which resets when its window ends', () => {
  let now = new Date('2026-11-22T14:00:00Z');
  const limit = createFailureLimit({ maximum: 2, windowMs: 60_000, now: () => now });
  limit.recordFailure('a');
  expect(limit.isReached('a')).toBe(false);
  limit.recordFailure('a');
  expect([limit.isReached('a'), limit.isReached('b')]).toEqual([true, false]);
  now = new Date('2026-11-22T14:00:59Z');
  expect(limit.isReached('a')).toBe(true);
  now = new Date('2026-11-22T14:01:00Z');
  expect(limit.isReached('a')).toBe(false);
});
