import { expect, test } from 'vitest';
import { readRetryAfterMs } from './retry-after.ts';

const now = new Date('2026-11-22T14:00:00.000Z');

test.each([
  ['0', 0],
  ['7', 7_000],
  [' 7 ', 7_000],
  ['1.5', 1_500],
  ['Sun, 22 Nov 2026 14:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 13:59:00 GMT', 0],
])('reads %j as %d ms', (header, expected) => {
  expect(readRetryAfterMs(header, now)).toBe(expected);
});

test.each([null, '', '   ', 'soon', '-5', 'Someday, 45 Foo 2026 GMT'])('reads %j as no request to wait', (header) => {
  expect(readRetryAfterMs(header, now)).toBeNull();
});
