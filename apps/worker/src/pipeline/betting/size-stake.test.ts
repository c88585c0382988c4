import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeStake } from './size-stake.ts';

const base = {
  requestedCents: 50_000,
  side: 'YES',
  lockedPriceMicros: 400_000,
  feeRule: 'gross-7',
  equityCents: 10_000_000,
  availableCents: 10_000_000,
} as const;

test('a stake within all limits is granted in full', () => {
  expect(sizeStake(base)).toEqual({ stakeCents: 50_000, reservedCents: 50_000, capApplied: null });
});

test('a stake is capped at a tenth of equity', () => {
  expect(sizeStake({ ...base, requestedCents: 2_000_000 })).toEqual({
    stakeCents: 1_000_000,
    reservedCents: 1_000_000,
    capApplied: 'per_event',
  });
});

test('a stake is capped at the available money', () => {
  expect(sizeStake({ ...base, availableCents: 30_000 })).toEqual({
    stakeCents: 30_000,
    reservedCents: 30_000,
    capApplied: 'available',
  });
});

test('a fee charged at the trade is included in the available money', () => {
  const sized = sizeStake({ ...base, feeRule: 'kalshi-quadratic', availableCents: 50_000 });
  expect(sized.capApplied).toBe('available');
  expect(sized.reservedCents).toBeLessThanOrEqual(50_000);
  expect(sized.stakeCents).toBe(47_984);
});

test('the stake is zero when less than a dollar is available', () => {
  expect(sizeStake({ ...base, availableCents: 99 }).stakeCents).toBe(0);
});

test('a stake never exceeds the available money, a tenth of equity or the request', () => {
  const request = fc.record({
    requestedCents: fc.integer({ min: 100, max: 50_000_000 }),
    side: fc.constantFrom('YES', 'NO'),
    lockedPriceMicros: fc.integer({ min: 1, max: 999_999 }),
    feeRule: fc.constantFrom('gross-7', 'kalshi-quadratic'),
    equityCents: fc.integer({ min: 0, max: 100_000_000 }),
    availableCents: fc.integer({ min: 0, max: 100_000_000 }),
  });
  fc.assert(
    fc.property(request, (stakeRequest) => {
      const { stakeCents, reservedCents } = sizeStake(stakeRequest);
      expect(reservedCents).toBeLessThanOrEqual(stakeRequest.availableCents);
      expect(stakeCents).toBeLessThanOrEqual(Math.min(stakeRequest.requestedCents, stakeRequest.equityCents / 10));
      expect(stakeCents === 0 || stakeCents >= 100).toBe(true);
    }),
  );
});
