import { expect, test } from 'vitest';
import { minuteOfDay } from './minute-of-day.ts';

test.each([
  ['00:00', 0],
  ['14:00', 840],
  ['23:59', 1439],
])('%s is minute %d of the day', (time, minute) => {
  expect(minuteOfDay(time)).toBe(minute);
});
