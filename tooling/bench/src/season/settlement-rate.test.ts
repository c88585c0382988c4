import { expect, test } from 'vitest';
import { computeSettlementRate } from './settlement-rate.ts';

function createLogLine(milliseconds: number, msg: string): string {
  return JSON.stringify({ level: 'info', time: new Date(Date.UTC(2026, 0, 5) + milliseconds).toISOString(), msg });
}

test('the time of a settlement is that since the one before it', () => {
  const log = [
    createLogLine(0, 'event settled'),
    createLogLine(30, 'event settled'),
    createLogLine(50, 'event settled'),
  ].join('\n');
  expect(computeSettlementRate(log)).toBe(40);
});

test('the first settlement after a match day is left out, and lines of the progress bar say nothing', () => {
  const log = [
    createLogLine(0, 'event settled'),
    createLogLine(900, 'match day committed'),
    'Match days 1/3',
    createLogLine(950, 'event settled'),
    'Match days 2/3',
    createLogLine(960, 'event settled'),
    '',
  ].join('\n');
  expect(computeSettlementRate(log)).toBe(100);
});

test.each([
  '',
  createLogLine(0, 'event settled'),
  [createLogLine(0, 'match day committed'), createLogLine(9, 'event settled')].join('\n'),
])('a log without two settlements in a row has no rate', (log) => {
  expect(computeSettlementRate(log)).toBeNull();
});
