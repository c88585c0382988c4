import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeBankrollByDay } from './bankroll-by-day.ts';

test('a day without a settlement repeats the bankroll of the day before', () => {
  const postings = [
    { date: '2026-02-28', cents: 50 },
    { date: '2026-02-28', cents: -20 },
    { date: '2026-03-02', cents: -500 },
  ];
  expect(computeBankrollByDay(1000, { first: '2026-02-27', last: '2026-03-02' }, postings)).toEqual([
    { date: '2026-02-27', bankrollCents: 1000 },
    { date: '2026-02-28', bankrollCents: 1030 },
    { date: '2026-03-01', bankrollCents: 1030 },
    { date: '2026-03-02', bankrollCents: 530 },
  ]);
});

test('without a match day the bankroll history is empty', () => {
  expect(computeBankrollByDay(1000, null, [])).toEqual([]);
});

test('the last day equals the starting bankroll plus all postings', () => {
  const posting = fc.record({
    date: fc.constantFrom('2026-01-02', '2026-01-05', '2026-01-08'),
    cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(posting), (postings) => {
      const days = computeBankrollByDay(10_000_000, { first: '2026-01-02', last: '2026-01-08' }, postings);
      const total = postings.reduce((sum, { cents }) => sum + cents, 10_000_000);
      expect(days).toHaveLength(7);
      expect(days.at(-1)?.bankrollCents).toBe(total);
    }),
  );
});

test('of more than twenty years the latest are shown, and nothing earlier is lost', () => {
  const postings = [
    { date: '0001-01-01', cents: 5 },
    { date: '2026-03-02', cents: 7 },
  ];
  const days = computeBankrollByDay(1000, { first: '0001-01-01', last: '2026-03-02' }, postings);
  expect(days).toHaveLength(7_305);
  expect(days[0]?.bankrollCents).toBe(1005);
  expect(days.at(-1)).toEqual({ date: '2026-03-02', bankrollCents: 1012 });
});
