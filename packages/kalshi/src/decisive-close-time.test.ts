import { expect, test } from 'vitest';
import { findDecisiveCloseTime } from './decisive-close-time.ts';

const closeTime = new Date('2026-12-11T00:15:00Z');

test.each([
  [
    'the expected expiration of a game whose listed close is two days late',
    '2026-12-09T03:15:00Z',
    '2026-12-09T03:15:00.000Z',
  ],
  ['the close of a market that expires after it', '2026-12-11T03:15:00Z', '2026-12-11T00:15:00.000Z'],
  ['the close when nothing is expected', null, '2026-12-11T00:15:00.000Z'],
])('is %s', (_, expected, decisive) => {
  const expectedExpirationTime = expected === null ? null : new Date(expected);
  expect(findDecisiveCloseTime({ closeTime, expectedExpirationTime }).toISOString()).toBe(decisive);
});
