import { expect, test } from 'vitest';
import { makeEventRow } from '#web/testing/make-event.ts';
import { findLatestCard } from './latest-card.ts';

test('the latest card is the matches of the latest date, in match order', () => {
  const events = [
    makeEventRow({ date: '2026-11-18', match_number: 2 }),
    makeEventRow({ date: '2026-11-17', match_number: 1 }),
    makeEventRow({ date: '2026-11-18', match_number: 1 }),
  ];

  expect(findLatestCard(events).map((event) => [event.date, event.match_number])).toEqual([
    ['2026-11-18', 1],
    ['2026-11-18', 2],
  ]);
  expect(findLatestCard([])).toEqual([]);
});
