import { Side } from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ForecastBet } from './bet-terms.ts';
import { describeFeeRule } from './fee-rule.ts';
import { computeKellyFraction } from './kelly.ts';
import { splitIntoLedgers } from './ledgers.ts';
import { settleBet } from './settle-bet.ts';

const anyBet: fc.Arbitrary<ForecastBet> = fc.record({
  stakeCents: fc.integer({ min: 100, max: 10_000_000 }),
  side: fc.constantFrom(...Side.options),
  lockedPriceMicros: fc.integer({ min: 10_000, max: 990_000 }),
  feeRule: fc.constantFrom(...FeeRule.options),
  probabilityMicros: fc.integer({ min: 0, max: 1_000_000 }),
});

test('toll, promise and surprise add up to the P&L and the toll is never a gain', () => {
  fc.assert(
    fc.property(anyBet, fc.boolean(), (bet, happened) => {
      const settlement = { kind: 'value', valueMicros: happened ? 1_000_000 : 0 } as const;
      const { pnlCents } = settleBet({ ...bet, settlement });
      const { tollCents, promiseCents, surpriseCents } = splitIntoLedgers({ ...bet, pnlCents });
      expect(tollCents + promiseCents + surpriseCents).toBeCloseTo(pnlCents, 3);
      expect(tollCents).toBeLessThanOrEqual(0);
    }),
  );
});

test('an agent that repeats the price promises nothing and has nothing justified to stake', () => {
  fc.assert(
    fc.property(anyBet, (bet) => {
      const copied = { ...bet, probabilityMicros: bet.lockedPriceMicros };
      expect(splitIntoLedgers({ ...copied, pnlCents: 0 }).promiseCents).toBeCloseTo(0, 6);
      expect(computeKellyFraction(copied)).toBe(0);
    }),
  );
});

test('the justified share of equity lies between nothing and everything', () => {
  fc.assert(
    fc.property(anyBet, (bet) => {
      const share = computeKellyFraction(bet);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});

test('no forecast justifies a gross-7 bet at 93 cents or more', () => {
  const certain = { side: 'YES', feeRule: 'gross-7', probabilityMicros: 1_000_000 } as const;
  expect(computeKellyFraction({ ...certain, lockedPriceMicros: 930_000 })).toBe(0);
  expect(computeKellyFraction({ ...certain, lockedPriceMicros: 929_999 })).toBe(1);
});

test('each fee rule is one sentence that names its rate', () => {
  for (const rule of FeeRule.options) expect(describeFeeRule(rule)).toMatch(/^[^.]*7%[^!?]*\.$/);
  expect(new Set(FeeRule.options.map(describeFeeRule)).size).toBe(FeeRule.options.length);
});
