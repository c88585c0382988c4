import { Side } from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { computeSidePriceMicros } from '@coliseum/domain/price';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BetTerms } from './bet-terms.ts';
import { computeReserveCents } from './reserve.ts';
import { settleBet } from './settle-bet.ts';

const anyStake = fc.integer({ min: 1, max: 1_000_000_000 });
const anyTerms: fc.Arbitrary<BetTerms> = fc.record({
  stakeCents: anyStake,
  side: fc.constantFrom(...Side.options),
  lockedPriceMicros: fc.integer({ min: 1, max: 999_999 }),
  feeRule: fc.constantFrom(...FeeRule.options),
});
const anyValue = fc.oneof(fc.constantFrom(0, 1_000_000), fc.integer({ min: 0, max: 1_000_000 }));

function settleAt(terms: BetTerms, valueMicros: number) {
  return settleBet({ ...terms, settlement: { kind: 'value', valueMicros } });
}

test('stake, profit and fee together never exceed stake divided by price', () => {
  fc.assert(
    fc.property(anyTerms, anyValue, (terms, value) => {
      const { pnlCents, feeCents } = settleAt(terms, value);
      const payoutCents = (terms.stakeCents * 1_000_000) / computeSidePriceMicros(terms.side, terms.lockedPriceMicros);
      // Profit and fee are rounded separately, half a cent each at most.
      expect(terms.stakeCents + pnlCents + feeCents).toBeLessThanOrEqual(payoutCents + 1);
    }),
  );
});

test('a lost bet costs exactly the stake under gross-7 and its reservation at most under every rule', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { pnlCents, result } = settleAt(terms, terms.side === 'YES' ? 0 : 1_000_000);
      expect(result).toBe('LOSS');
      if (terms.feeRule === 'gross-7') expect(pnlCents).toBe(-terms.stakeCents);
      expect(-pnlCents).toBeLessThanOrEqual(computeReserveCents(terms));
    }),
  );
});

test('no outcome costs more than the reservation', () => {
  fc.assert(
    fc.property(anyTerms, anyValue, (terms, value) => {
      expect(-settleAt(terms, value).pnlCents).toBeLessThanOrEqual(computeReserveCents(terms));
    }),
  );
});

test('VOID refunds every bet in full', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const settled = settleBet({ ...terms, settlement: { kind: 'void' } });
      expect(settled).toEqual({ pnlCents: 0, feeCents: 0, result: 'VOID' });
    }),
  );
});

test('a larger stake never flips the result or makes it smaller', () => {
  fc.assert(
    fc.property(anyTerms, anyStake, anyValue, (terms, otherStakeCents, value) => {
      const [smaller = 0, larger = 0] = [terms.stakeCents, otherStakeCents].toSorted((a, b) => a - b);
      const less = settleAt({ ...terms, stakeCents: smaller }, value).pnlCents;
      const more = settleAt({ ...terms, stakeCents: larger }, value).pnlCents;
      expect(Math.abs(more)).toBeGreaterThanOrEqual(Math.abs(less));
      expect(more * less).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a higher settlement value never hurts YES and never helps NO', () => {
  fc.assert(
    fc.property(anyTerms, anyValue, anyValue, (terms, oneValue, otherValue) => {
      const [low = 0, high = 0] = [oneValue, otherValue].toSorted((a, b) => a - b);
      const change = settleAt(terms, high).pnlCents - settleAt(terms, low).pnlCents;
      expect(terms.side === 'YES' ? change : -change).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('buying YES at a price is the same bet as buying NO at one dollar less it', () => {
  fc.assert(
    fc.property(anyTerms, anyValue, (terms, value) => {
      const mirrored = {
        ...terms,
        side: terms.side === 'YES' ? 'NO' : 'YES',
        lockedPriceMicros: 1_000_000 - terms.lockedPriceMicros,
      } as const;
      expect(settleAt(mirrored, 1_000_000 - value)).toEqual(settleAt(terms, value));
    }),
  );
});
