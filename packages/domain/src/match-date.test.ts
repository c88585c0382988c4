import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, toLockTime, MatchDate, toMatchDate } from './match-date.ts';

const anyDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map(toMatchDate);

test('a match date is a date that exists', () => {
  for (const date of ['2026-11-22', '2024-02-29', '2026-12-31']) expect(MatchDate.safeParse(date).success).toBe(true);
  for (const date of ['2026-13-01', '2026-02-29', '2026-11-31', '2026-1-1', '22.11.2026', '']) {
    expect(MatchDate.safeParse(date).success).toBe(false);
  }
});

test('the date of an instant is its date in UTC', () => {
  expect(toMatchDate(new Date('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
  expect(toMatchDate(new Date('2026-11-22T23:30:00-05:00'))).toBe('2026-11-23');
});

test('adding days crosses months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

test('adding the days between two dates to the first gives the second', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
      expect(daysBetween(from, to) + daysBetween(to, from)).toBe(0);
    }),
  );
});

test('a match day locks at 14:00 UTC in summer and winter, or at the minute that is configured', () => {
  expect(toLockTime('2026-07-01').toISOString()).toBe('2026-07-01T14:00:00.000Z');
  expect(toLockTime('2026-12-01').toISOString()).toBe('2026-12-01T14:00:00.000Z');
  expect(toLockTime('2026-12-01', 5).toISOString()).toBe('2026-12-01T00:05:00.000Z');
});
