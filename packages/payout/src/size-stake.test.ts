import { MINIMUM_STAKE_CENTS, isBroke } from '@coliseum/domain/arena-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeEventCap } from './event-cap.ts';
import { computeReserveCents } from './reserve.ts';
import { sizeStake } from './size-stake.ts';

const base = {
  requestedCents: 50_000,
  side: 'YES',
  lockedPriceMicros: 400_000,
  feeRule: 'gross-7',
  personaCapPercent: 10,
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

test("a stake is capped at the persona's share of equity", () => {
  const request = { ...base, personaCapPercent: 4, requestedCents: 2_000_000 };
  expect(sizeStake(request)).toEqual({ stakeCents: 400_000, reservedCents: 400_000, capApplied: 'persona' });
  expect(sizeStake({ ...request, personaCapPercent: null })).toMatchObject({ capApplied: 'per_event' });
  expect(sizeStake({ ...request, availableCents: 300_000 })).toMatchObject({ capApplied: 'available' });
  expect(sizeStake({ ...request, requestedCents: 400_000 })).toMatchObject({ capApplied: null });
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

const anyRequest = fc.record({
  requestedCents: fc.oneof(fc.integer({ min: 100, max: 50_000_000 }), fc.integer({ min: 100, max: 2_000 })),
  side: fc.constantFrom('YES', 'NO'),
  lockedPriceMicros: fc.integer({ min: 1, max: 999_999 }),
  feeRule: fc.constantFrom('gross-7', 'kalshi-quadratic'),
  personaCapPercent: fc.option(fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constantFrom(0.25, 2.5, 9.99))),
  equityCents: fc.oneof(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 5_000 })),
  availableCents: fc.oneof(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 500 })),
});

test('a stake is never above the request or any of the caps', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { stakeCents, reservedCents } = sizeStake(request);
      const personaCents = (request.equityCents * (request.personaCapPercent ?? 10)) / 100;
      expect(stakeCents).toBeLessThanOrEqual(request.requestedCents);
      expect(stakeCents).toBeLessThanOrEqual(request.equityCents / 10);
      expect(stakeCents).toBeLessThanOrEqual(Math.max(MINIMUM_STAKE_CENTS, personaCents));
      expect(reservedCents).toBeLessThanOrEqual(request.availableCents);
      expect(stakeCents === 0 || stakeCents >= MINIMUM_STAKE_CENTS).toBe(true);
    }),
  );
});

test('the cap that is named is the lowest one, and none is named for a stake granted in full', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { stakeCents, capApplied } = sizeStake(request);
      fc.pre(stakeCents > 0);
      const { side, lockedPriceMicros, feeRule, requestedCents, equityCents, personaCapPercent } = request;
      const arenaCents = Math.floor(equityCents / 10);
      const personaCents = Math.max(MINIMUM_STAKE_CENTS, Math.floor((equityCents * (personaCapPercent ?? 10)) / 100));
      const oneMore = computeReserveCents({ stakeCents: stakeCents + 1, side, lockedPriceMicros, feeRule });
      const lowest = Math.min(requestedCents, arenaCents, personaCents);
      if (stakeCents < lowest) {
        expect(capApplied).toBe('available');
        expect(oneMore).toBeGreaterThan(request.availableCents);
      } else if (stakeCents === requestedCents) expect(capApplied).toBeNull();
      else expect(capApplied).toBe(personaCents < arenaCents ? 'persona' : 'per_event');
    }),
    { numRuns: 1_000 },
  );
});

test('an agent is broke exactly when no stake is possible with all of its money available, whatever the persona', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const sized = sizeStake({ ...request, availableCents: request.equityCents });
      expect(sized.stakeCents === 0).toBe(isBroke(request.equityCents));
    }),
    { numRuns: 1_000 },
  );
});

test("the persona's cap is never below the minimum stake, and never above the arena's", () => {
  expect(computeEventCap(2_000, 4)).toEqual({ cents: MINIMUM_STAKE_CENTS, name: 'persona' });
  expect(computeEventCap(999, 4)).toEqual({ cents: 99, name: 'per_event' });
  expect(computeEventCap(10_000, 10)).toEqual({ cents: 1_000, name: 'per_event' });
});
