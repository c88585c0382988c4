import { expect, test } from 'vitest';
import { describeSizing } from '../words/describe-sizing.ts';
import { computeSizing } from './sizing.ts';

const bet = { side: 'YES', lockedPriceMicros: 450_000, feeRule: 'gross-7' } as const;

test('a stake is read against the bankroll it was made from', () => {
  // Kelly: (0.93 · 0.6 − 0.45) / (0.93 − 0.45) = 0.225.
  const sizing = computeSizing({ ...bet, probabilityMicros: 600_000, stakeCents: 450_000 }, 1_000_000);
  expect(sizing.kellyFraction).toBeCloseTo(0.225, 12);
  expect(sizing).toMatchObject({ stakedFraction: 0.45, timesJustified: expect.closeTo(2, 12) });
  expect(describeSizing(sizing)).toBe('bet 2 times what its own forecast justifies');
});

test.each([
  [450_000, 10_000, 1_000_000, 'bet although its own forecast justifies no bet'],
  [600_000, 10_000, 0, 'bet without settled money'],
  [600_000, 22_500, 1_000_000, 'bet 0.1 times what its own forecast justifies'],
  [490_000, 1_000_000, 1_000_000, 'bet 84 times what its own forecast justifies'],
])('a chance of %d, %d cents of %d: %s', (probabilityMicros, stakeCents, equityCents, words) => {
  expect(describeSizing(computeSizing({ ...bet, probabilityMicros, stakeCents }, equityCents))).toBe(words);
});
