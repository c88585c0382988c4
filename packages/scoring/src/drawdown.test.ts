import { expect, test } from 'vitest';
import { computeDrawdown } from './drawdown.ts';

test('the deepest fall counts from the highest high before it', () => {
  expect(computeDrawdown(1000, [-100, 300, -600, 700, -500])).toEqual({ maxDrawdownCents: 600, maxDrawdown: 0.5 });
});

test('the start is a high', () => {
  expect(computeDrawdown(1000, [-250])).toEqual({ maxDrawdownCents: 250, maxDrawdown: 0.25 });
});

test('a bankroll that only rises never fell', () => {
  expect(computeDrawdown(1000, [1, 2, 3])).toEqual({ maxDrawdownCents: 0, maxDrawdown: 0 });
});

test('a debt is a fall of more than 100 %', () => {
  expect(computeDrawdown(1000, [-1200])).toEqual({ maxDrawdownCents: 1200, maxDrawdown: 1.2 });
});
