import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from './spread-apart.ts';

const bounds = { low: 2, high: 98 };

test('crests with room stay where they are', () => {
  expect(spreadApart({ wanted: [20, 50, 80], gap: 4.5, ...bounds })).toEqual([20, 50, 80]);
});

test('two at the same place part evenly to both sides', () => {
  expect(spreadApart({ wanted: [50, 50], gap: 4, ...bounds })).toEqual([48, 52]);
});

test('a crowd at the end is pushed back inside', () => {
  expect(spreadApart({ wanted: [97, 98, 99], gap: 4, ...bounds })).toEqual([90, 94, 98]);
});

test('neighbours keep the gap, the order and the bounds', () => {
  const wantedPlaces = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(wantedPlaces, (places) => {
      const wanted = places.toSorted((a, b) => a - b);
      const spread = spreadApart({ wanted, gap: 4.5, ...bounds });
      for (const [index, place] of spread.entries()) {
        expect(place).toBeGreaterThanOrEqual(bounds.low - 1e-9);
        expect(place).toBeLessThanOrEqual(bounds.high + 1e-9);
        const before = spread[index - 1];
        if (before !== undefined) expect(place - before).toBeGreaterThanOrEqual(4.5 - 1e-9);
      }
    }),
  );
});

test('no other spacing lies nearer to the wanted places', () => {
  const distance = (places: readonly number[], wanted: readonly number[]) =>
    places.reduce((sum, place, index) => sum + (place - (wanted[index] ?? 0)) ** 2, 0);
  const wantedPlaces = fc.array(fc.integer({ min: 30, max: 60 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(
      wantedPlaces,
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 6, maxLength: 6 }),
      (places, nudges) => {
        const wanted = places.toSorted((a, b) => a - b);
        const spread = spreadApart({ wanted, gap: 4, ...bounds });
        const other = spread.map((place, index) => place + (nudges[index] ?? 0));
        const isAllowed = other.every((place, index) => index === 0 || place - (other[index - 1] ?? 0) >= 4);
        fc.pre(isAllowed);
        expect(distance(spread, wanted)).toBeLessThanOrEqual(distance(other, wanted) + 1e-6);
      },
    ),
  );
});
