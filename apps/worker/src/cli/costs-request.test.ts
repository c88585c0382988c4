import { expect, test } from 'vitest';
import { readCostsRequest } from './costs-request.ts';

const LATEST = '2026-03-09';

test.each([
  [{}, { from: '2026-03-03', to: LATEST, by: 'day' }],
  [
    { date: '2026-01-05', by: 'call' },
    { from: '2026-01-05', to: '2026-01-05', by: 'call' },
  ],
  [{ by: 'month' }, { from: '2025-04-01', to: LATEST, by: 'month' }],
  [{ from: '2026-03-01' }, { from: '2026-03-01', to: LATEST, by: 'day' }],
  [
    { to: '2026-01-08', by: 'agent' },
    { from: '2026-01-02', to: '2026-01-08', by: 'agent' },
  ],
])('the options %j request %j', (options, request) => {
  expect(readCostsRequest(options, LATEST)).toEqual(request);
});

test.each([
  [{ date: '2026-01-05', from: '2026-01-01' }, '--date cannot be combined'],
  [{ from: '2026-03-10' }, '--from 2026-03-10 is after --to 2026-03-09'],
  [{ by: 'hour' }, '--by must be one of'],
  [{ to: 'now' }, '--to must be a calendar date'],
])('the options %j are refused with "%s"', (options, message) => {
  expect(() => readCostsRequest(options, LATEST)).toThrow(message);
});
