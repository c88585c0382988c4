import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from './spread-apart.ts';

const bounds = { low: 2, high: 98 };

test('crests with room stay where they are', () => {
  expect(spreadApart({ targets: [20, 50, 80], gap: 4.5, ...bounds })).toEqual([20, 50, 80]);
});

test('two crests at the same target move apart evenly', () => {
  expect(spreadApart({ targets: [50, 50], gap: 4, ...bounds })).toEqual([48, 52]);
});

test('crests beyond the end are pushed back inside the bounds', () => {
  expect(spreadApart({ targets: [97, 98, 99], gap: 4, ...bounds })).toEqual([90, 94, 98]);
});

test('spread crests keep the gap, the order and the bounds', () => {
  const targetLists = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(targetLists, (places) => {
      const targets = places.toSorted((a, b) => a - b);
      const spread = spreadApart({ targets, gap: 4.5, ...bounds });
      for (const [index, place] of spread.entries()) {
        expect(place).toBeGreaterThanOrEqual(bounds.low - 1e-9);
        expect(place).toBeLessThanOrEqual(bounds.high + 1e-9);
        const before = spread[index - 1];
        if (before !== undefined) expect(place - before).toBeGreaterThanOrEqual(4.5 - 1e-9);
      }
    }),
  );
});

test('no other allowed spacing is closer to the targets', () => {
  const distance = (places: readonly number[], targets: readonly number[]) =>
    places.reduce((sum, place, index) => sum + (place - (targets[index] ?? 0)) ** 2, 0);
  const targetLists = fc.array(fc.integer({ min: 30, max: 60 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(
      targetLists,
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 6, maxLength: 6 }),
      (places, nudges) => {
        const targets = places.toSorted((a, b) => a - b);
        const spread = spreadApart({ targets, gap: 4, ...bounds });
        const alternative = spread.map((place, index) => place + (nudges[index] ?? 0));
        const isAllowed = alternative.every(
          (place, index) => index === 0 || place - (alternative[index - 1] ?? 0) >= 4,
        );
        fc.pre(isAllowed);
        expect(distance(spread, targets)).toBeLessThanOrEqual(distance(alternative, targets) + 1e-6);
      },
    ),
  );
});
