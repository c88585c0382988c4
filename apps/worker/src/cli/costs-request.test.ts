import { expect, test } from 'vitest';
import { readCostsRequest } from './costs-request.ts';

const LATEST = '2026-03-09';

test.each([
  [{}, { from: '2026-03-03', to: LATEST, by: 'day' }],
  [
    { date: '2026-01-05', by: 'call' },
    { from: '2026-01-05', to: '2026-01-05', by: 'call' },
  ],
  [{ from: '2026-03-01' }, { from: '2026-03-01', to: LATEST, by: 'day' }],
  [
    { to: '2026-01-08', by: 'agent' },
    { from: '2026-01-02', to: '2026-01-08', by: 'agent' },
  ],
])('%j asks for %j', (options, request) => {
  expect(readCostsRequest(options, LATEST)).toEqual(request);
});

test.each([
  [{ date: '2026-01-05', from: '2026-01-01' }, '--date goes without'],
  [{ from: '2026-03-10' }, '--from 2026-03-10 comes after --to 2026-03-09'],
  [{ by: 'hour' }, '--by has to be one of'],
  [{ to: 'now' }, '--to has to be a calendar date'],
])('%j is refused and says why', (options, message) => {
  expect(() => readCostsRequest(options, LATEST)).toThrow(message);
});
