import { expect, test } from 'vitest';
import { computeBetEdge } from './bet-edge.ts';

test('a forecast closer to the outcome than the line has a positive edge', () => {
  expect(computeBetEdge('0.27', '0.38', '0.00')).toBeCloseTo(0.0715, 10);
  expect(computeBetEdge('0.63', '0.38', '0.00')).toBeCloseTo(-0.2525, 10);
  expect(computeBetEdge('0.38', '0.38', '1.00')).toBe(0);
});

test('a fractional outcome is scored as the fraction', () => {
  expect(computeBetEdge('0.50', '0.40', '0.50')).toBeCloseTo(0.01, 10);
});
