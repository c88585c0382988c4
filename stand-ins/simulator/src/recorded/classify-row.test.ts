import { toLockTime } from '@coliseum/domain/match-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { classifyRow } from './classify-row.ts';
import { filterOfferedMarkets } from './offered-markets.ts';

test('a close at 14:00 sharp belongs to the day before, a second later to the same day', () => {
  const sharp = classifyRow(buildRecordedRow({ close_time: '2026-03-09T14:00:00Z' }));
  const after = classifyRow(buildRecordedRow({ close_time: '2026-03-09T14:00:01Z' }));
  expect(sharp).toMatchObject({ ok: true, value: { matchDate: '2026-03-08' } });
  expect(after).toMatchObject({ ok: true, value: { matchDate: '2026-03-09' } });
});

test('a market that opened after the lock is not offered', () => {
  expect(classifyRow(buildRecordedRow({ open_time: '2026-03-09T14:00:00Z' })).ok).toBe(true);
  expect(classifyRow(buildRecordedRow({ open_time: '2026-03-09T14:00:01Z' }))).toEqual({
    ok: false,
    error: 'not_open_at_lock',
  });
});

test('a market that was seen settled before the lock is not offered, whatever close it had listed', () => {
  const row = buildRecordedRow({
    close_time_basis: 'listed_at_capture',
    settlement_seen_by: '2026-03-09T13:59:00Z',
  });
  expect(classifyRow(row)).toEqual({ ok: false, error: 'closed_before_lock' });
});

test('a game that was over before the lock is not offered, even if its expiration was expected later', () => {
  const row = buildRecordedRow({
    close_time: '2026-03-09T13:40:00Z',
    listed_close_time: '2026-03-23T12:00:00Z',
    expected_expiration_time: '2026-03-09T15:00:00Z',
  });
  expect(classifyRow(row)).toEqual({ ok: false, error: 'closed_before_lock' });
});

test('a usable market is offered on exactly its match date', () => {
  const anyClose = fc.date({
    min: new Date('2026-03-01T00:00:00Z'),
    max: new Date('2026-04-30T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyClose, (closeTime) => {
      const classified = classifyRow(buildRecordedRow({ close_time: closeTime.toISOString() }));
      if (!classified.ok) return false;
      const around = [-2, -1, 0, 1, 2].map((offset) => {
        const lock = toLockTime(classified.value.matchDate).getTime() + offset * 86_400_000;
        return filterOfferedMarkets([classified.value], new Date(lock)).length;
      });
      expect(around).toEqual([0, 0, 1, 0, 0]);
      return true;
    }),
  );
});
