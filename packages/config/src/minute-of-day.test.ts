import { expect, test } from 'vitest';
import { toMinuteOfDay } from './minute-of-day.ts';

test.each([
  ['00:00', 0],
  ['14:00', 840],
  ['23:59', 1439],
])('%s is minute %d of the day', (time, minute) => {
  expect(toMinuteOfDay(time)).toBe(minute);
});
