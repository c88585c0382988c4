import { expect, test } from 'vitest';
import { formatClock, formatCountdown, formatDate, formatDay, formatDuration } from './time.ts';

test('times and dates are shown in UTC', () => {
  expect(formatClock('2026-11-19T21:40:12.000Z')).toBe('21:40 UTC');
  expect(formatDay('2026-11-19T23:59:59.000Z')).toBe('Thu 19 Nov');
  expect(formatDay('2026-09-03')).toBe('Thu 3 Sep');
  expect(formatDate('2026-11-19')).toBe('19 Nov 2026');
});

test('a countdown under a day is a clock, a longer one days and hours', () => {
  expect(formatCountdown(8_049_000)).toBe('2:14:09');
  expect(formatCountdown(59_999)).toBe('0:00:59');
  expect(formatCountdown(28 * 3_600_000)).toBe('1 d 4 h');
  expect(formatCountdown(-5)).toBe('0:00:00');
});

test('a duration under two minutes is in seconds, a longer one in minutes', () => {
  expect(formatDuration(11_400)).toBe('11.4 s');
  expect(formatDuration(300_000)).toBe('5 min 00 s');
});
