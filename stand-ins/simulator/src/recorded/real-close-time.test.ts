import { expect, test } from 'vitest';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { findRealCloseTime } from './real-close-time.ts';

function findClose(changes: Parameters<typeof buildRecordedRow>[0]): string {
  return findRealCloseTime(buildRecordedRow(changes)).toISOString();
}

test('a recorded close that nothing else was listed for is the real one', () => {
  expect(findClose({ close_time: '2026-03-09T22:00:00Z' })).toBe('2026-03-09T22:00:00.000Z');
});

test('of a game that lists its close two weeks later, the expected expiration decides', () => {
  const game = { listed_close_time: '2026-03-23T20:00:00Z', expected_expiration_time: '2026-03-09T23:00:00Z' };
  expect(findClose(game)).toBe('2026-03-09T23:00:00.000Z');
});

test('an expected expiration before a close that was only listed decides', () => {
  const listed = { close_time: '2026-03-20T00:00:00Z', close_time_basis: 'listed_at_capture' };
  expect(findClose({ ...listed, expected_expiration_time: '2026-03-09T23:00:00Z' })).toBe('2026-03-09T23:00:00.000Z');
});

test('an expected expiration after the close decides nothing', () => {
  expect(findClose({ expected_expiration_time: '2026-03-09T22:05:00Z' })).toBe('2026-03-09T22:00:00.000Z');
  expect(findClose({ close_time_basis: 'listed_at_capture', expected_expiration_time: '2026-03-09T22:05:00Z' })).toBe(
    '2026-03-09T22:00:00.000Z',
  );
});
