import { expect, test } from 'vitest';
import { makeEventRow, makeForecast } from '#web/testing/make-event.ts';
import { describeResult } from './describe-result.ts';

const NOW = '2026-11-18T18:00:00.000Z';
const settled = { status: 'settled', outcome: 'NO' } as const;
const bet = (agent_name: string, pnl_cents: number) => makeForecast({ agent_name, pnl_cents });

test('a settled match names who gained most and the totals of both sides', () => {
  const forecasts = [bet('Grok', -100_000), bet('Qwen', 50_000), bet('Llama', 20_000), bet('Gemini', -300_000)];

  expect(describeResult(makeEventRow({ ...settled, forecasts }), NOW)).toBe(
    'Qwen gained most, +$500. 2 bets gained +$700, 2 bets lost \u2212$4,000.',
  );
});

test('a lone gain is called one', () => {
  const forecasts = [bet('Grok', 100_000), bet('Qwen', -50_000)];

  expect(describeResult(makeEventRow({ ...settled, forecasts }), NOW)).toBe(
    'Grok alone gained, +$1,000. 1 bet lost \u2212$500.',
  );
});

test('a match without a gain, a bet or an outcome says so', () => {
  expect(describeResult(makeEventRow({ ...settled, forecasts: [bet('Grok', -100)] }), NOW)).toMatch(/^Nobody gained\./);
  expect(describeResult(makeEventRow(settled), NOW)).toBe('Nobody bet. No bankroll moved.');
  expect(describeResult(makeEventRow({ status: 'settled', outcome: 'VOID' }), NOW)).toContain('No bankroll moved.');
});

test('an open match says when it closes, a closed or delayed one what it is waiting for', () => {
  expect(describeResult(makeEventRow(), NOW)).toMatch(/^Closes 20:00 UTC, Wed 18 Nov\./);
  expect(describeResult(makeEventRow(), '2026-11-18T21:00:00.000Z')).toMatch(/^Closed 20:00 UTC/);
  expect(describeResult(makeEventRow({ status: 'delayed' }), NOW)).toContain('keeps asking');
});
