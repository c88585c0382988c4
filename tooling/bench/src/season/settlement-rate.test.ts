import { expect, test } from 'vitest';
import { settlementRate } from './settlement-rate.ts';

function line(milliseconds: number, msg: string): string {
  return JSON.stringify({ level: 'info', time: new Date(Date.UTC(2026, 0, 5) + milliseconds).toISOString(), msg });
}

test('the time of a settlement is that since the one before it', () => {
  const log = [line(0, 'event settled'), line(30, 'event settled'), line(50, 'event settled')].join('\n');
  expect(settlementRate(log)).toBe(40);
});

test('the first settlement after a match day is left out, and lines of the progress bar say nothing', () => {
  const log = [
    line(0, 'event settled'),
    line(900, 'match day committed'),
    'Match days 1/3',
    line(950, 'event settled'),
    'Match days 2/3',
    line(960, 'event settled'),
    '',
  ].join('\n');
  expect(settlementRate(log)).toBe(100);
});

test.each(['', line(0, 'event settled'), [line(0, 'match day committed'), line(9, 'event settled')].join('\n')])(
  'a log without two settlements in a row has no rate',
  (log) => {
    expect(settlementRate(log)).toBeNull();
  },
);
