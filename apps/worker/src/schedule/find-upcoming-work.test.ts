import { expect, test } from 'vitest';
import { findUpcomingWork } from './find-upcoming-work.ts';

const baseInput = { lockMinuteOfDay: 840, todaysRun: null, unsettled: [] };
const MORNING = new Date('2026-11-22T09:00:00Z');
const EVENING = new Date('2026-11-22T20:10:00Z');

test("before its start time today's match day is next, and none is pending", () => {
  expect(findUpcomingWork({ ...baseInput, now: MORNING })).toEqual({
    nextDay: { date: '2026-11-22', at: new Date('2026-11-22T14:00:00Z') },
    pendingDay: null,
    settlements: [],
  });
});

test.each([
  [null, { date: '2026-11-22', status: null, reason: null }],
  [
    { status: 'failed', reason: 'EXA_NO_CREDIT' },
    { date: '2026-11-22', status: 'failed', reason: 'EXA_NO_CREDIT' },
  ],
  [{ status: 'completed', reason: null }, null],
] as const)(
  'after its start time a match day with the run %j is pending as %j, and the next is tomorrow',
  (todaysRun, pendingDay) => {
    expect(findUpcomingWork({ ...baseInput, todaysRun, now: EVENING })).toMatchObject({
      nextDay: { date: '2026-11-23', at: new Date('2026-11-23T14:00:00Z') },
      pendingDay,
    });
  },
);

test('settlements are listed by their next attempt, delayed ones at their next hourly retry', () => {
  const makeEvent = (id: string, status: 'open' | 'delayed', expected: string) => ({
    id,
    kalshiTicker: `KX${id}`,
    status,
    expectedResolutionTime: new Date(expected),
    announcedResolutionTime: null,
  });
  const unsettled = [
    makeEvent('later', 'open', '2026-11-23T02:00:00Z'),
    makeEvent('late', 'delayed', '2026-11-20T10:30:00Z'),
  ];
  expect(findUpcomingWork({ ...baseInput, unsettled, now: EVENING }).settlements).toEqual([
    { eventId: 'late', ticker: 'KXlate', isDelayed: true, at: new Date('2026-11-22T20:30:00Z') },
    { eventId: 'later', ticker: 'KXlater', isDelayed: false, at: new Date('2026-11-23T02:00:00Z') },
  ]);
});
