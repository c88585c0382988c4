import { FeeRule } from '@coliseum/domain/fee-rule';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorthBetting } from './expected-value.ts';

const bet = { side: 'YES', lockedPriceMicros: 465_000 } as const;

test.each([
  ['gross-7', 500_000, false],
  ['gross-7', 500_001, true],
  ['kalshi-quadratic', 482_414, false],
  ['kalshi-quadratic', 482_415, true],
] as const)(
  'under %s a chance of %d millionths is worth a bet at 46.5 cents: %s',
  (feeRule, probabilityMicros, worth) => {
    expect(isWorthBetting({ ...bet, feeRule, probabilityMicros })).toBe(worth);
  },
);

test('the two sides of an event are never both worth a bet', () => {
  const micros = fc.integer({ min: 0, max: 1_000_000 });
  const price = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(micros, price, fc.constantFrom(...FeeRule.options), (probabilityMicros, lockedPriceMicros, feeRule) => {
      const terms = { probabilityMicros, lockedPriceMicros, feeRule };
      expect(isWorthBetting({ ...terms, side: 'YES' }) && isWorthBetting({ ...terms, side: 'NO' })).toBe(false);
    }),
  );
});

test('YES at a price is NO at one dollar less', () => {
  const micros = fc.integer({ min: 0, max: 1_000_000 });
  const price = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(micros, price, fc.constantFrom(...FeeRule.options), (chance, cost, feeRule) => {
      const yes = isWorthBetting({ side: 'YES', probabilityMicros: chance, lockedPriceMicros: cost, feeRule });
      const mirrored = { probabilityMicros: 1_000_000 - chance, lockedPriceMicros: 1_000_000 - cost, feeRule };
      expect(isWorthBetting({ ...mirrored, side: 'NO' })).toBe(yes);
    }),
  );
});
