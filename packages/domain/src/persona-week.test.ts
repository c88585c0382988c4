import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './match-date.ts';
import { findPersonaWeek } from './persona-week.ts';

test('week 1 starts on Monday 1 January 2024 at midnight EST', () => {
  expect(findPersonaWeek(new Date('2024-01-01T05:00:00Z'))).toEqual({
    weekNumber: 1,
    startsAt: new Date('2024-01-01T05:00:00Z'),
    endsAt: new Date('2024-01-08T05:00:00Z'),
    startDate: '2024-01-01',
    endDate: '2024-01-07',
  });
});

test('the week changes on Monday at 05:00 UTC and not a millisecond earlier', () => {
  const before = findPersonaWeek(new Date('2026-11-23T04:59:59.999Z'));
  const after = findPersonaWeek(new Date('2026-11-23T05:00:00.000Z'));
  expect(before.endDate).toBe('2026-11-22');
  expect(after.startDate).toBe('2026-11-23');
  expect(after.weekNumber).toBe(before.weekNumber + 1);
});

test('every instant lies in its week, weeks follow without a gap and start on Mondays', () => {
  const anyInstant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const week = findPersonaWeek(instant);
      expect(week.startsAt <= instant && instant < week.endsAt).toBe(true);
      expect(week.startsAt.getUTCDay()).toBe(1);
      expect(addDays(week.startDate, 6)).toBe(week.endDate);
      expect(findPersonaWeek(week.endsAt)).toMatchObject({ weekNumber: week.weekNumber + 1, startsAt: week.endsAt });
    }),
  );
});
