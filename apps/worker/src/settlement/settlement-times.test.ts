import { expect, test } from 'vitest';
import { planSettlementRetry, computeWakeTime } from './settlement-times.ts';

const event = {
  expectedResolutionTime: new Date('2026-03-03T03:00:00Z'),
  announcedResolutionTime: null,
  status: 'open',
} as const;

test.each([
  ['2026-03-03T03:00:00Z', 'waiting_settlement', '2026-03-03T04:00:00.000Z'],
  ['2026-03-03T04:30:00Z', 'waiting_settlement', '2026-03-03T05:00:00.000Z'],
  ['2026-03-04T02:59:59Z', 'waiting_settlement', '2026-03-04T03:00:00.000Z'],
  ['2026-03-04T03:00:00Z', 'delayed', '2026-03-04T04:00:00.000Z'],
])('an event without a final result at %s is %s and retried at %s', (now, status, retryAt) => {
  const next = planSettlementRetry(event, new Date(now));
  expect([next.status, next.retryAt.toISOString()]).toEqual([status, retryAt]);
});

test.each([
  ['2026-03-04T03:00:00Z', 'waiting_settlement', '2026-03-04T04:00:00.000Z'],
  ['2026-03-07T11:59:59Z', 'waiting_settlement', '2026-03-07T12:00:00.000Z'],
  ['2026-03-07T12:00:00Z', 'delayed', '2026-03-07T13:00:00.000Z'],
])('an event announced for 6 March, noon, is at %s %s and still retried every hour, at %s', (now, status, retryAt) => {
  const announcedResolutionTime = new Date('2026-03-06T12:00:00Z');
  const next = planSettlementRetry({ ...event, announcedResolutionTime }, new Date(now));
  expect([next.status, next.retryAt.toISOString()]).toEqual([status, retryAt]);
});

test('an open event is due at its expected resolution time, an overdue one now, a settled one never', () => {
  const before = new Date('2026-03-03T00:00:00Z');
  const after = new Date('2026-03-03T09:00:00Z');
  expect(computeWakeTime(event, before)).toEqual(event.expectedResolutionTime);
  expect(computeWakeTime({ ...event, status: 'delayed' }, after)).toEqual(after);
  expect(computeWakeTime({ ...event, status: 'settled' }, after)).toBeNull();
});
