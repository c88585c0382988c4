import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';

test.each([
  ['2026-10-08T18:15:58Z', '2026-10-08T18:15:58.000Z'],
  ['2026-10-08T18:15:58.7Z', '2026-10-08T18:15:58.700Z'],
  ['2026-10-08T18:15:58.74Z', '2026-10-08T18:15:58.740Z'],
  ['2026-10-08T18:15:58.747Z', '2026-10-08T18:15:58.747Z'],
  ['2026-10-08T18:15:58.7472Z', '2026-10-08T18:15:58.747Z'],
  ['2026-10-08T18:15:58.74724Z', '2026-10-08T18:15:58.747Z'],
  ['2026-10-08T18:15:58.747249Z', '2026-10-08T18:15:58.747Z'],
  ['2026-10-08T14:15:58-04:00', '2026-10-08T18:15:58.000Z'],
])('reads %s', (text, expected) => {
  expect(parseTime(text)?.toISOString()).toBe(expected);
});

test.each([null, undefined, '', '0001-01-01T00:00:00Z', '2026-10-08', '2026-13-08T00:00:00Z', 'tomorrow'])(
  'takes %j for no time',
  (text) => {
    expect(parseTime(text)).toBeNull();
  },
);

test('a time without a fraction is before one in the same second with a fraction', () => {
  const [plain, precise] = [parseTime('2026-10-08T18:15:58Z'), parseTime('2026-10-08T18:15:58.747249Z')];
  expect(plain !== null && precise !== null && plain < precise).toBe(true);
});
