import type { RecordedRow } from './recorded-row.ts';

/** What the exchange listed as the close while the market was open, or null where the recording doesn't say. */
export function readListedCloseTime(row: RecordedRow): Date | null {
  if (row.listed_close_time != null) return new Date(row.listed_close_time);
  return row.close_time_basis === 'listed_at_capture' ? new Date(row.close_time) : null;
}

/**
 * The close that decides when a market is played: the expected expiration where it comes before the listed close (games
 * list a close days or two weeks after they end), else the recorded close.
 */
export function findRealCloseTime(row: RecordedRow): Date {
  const listed = readListedCloseTime(row);
  const expected = row.expected_expiration_time == null ? null : new Date(row.expected_expiration_time);
  return listed !== null && expected !== null && expected < listed ? expected : new Date(row.close_time);
}
