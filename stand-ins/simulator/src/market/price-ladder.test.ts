import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundToTick, getTickAt } from './price-ladder.ts';

test('the tapered ladder has tenths of a cent at both ends and cents between', () => {
  expect(
    [50_000, 99_000, 100_000, 500_000, 890_000, 900_000].map((price) => getTickAt('tapered_deci_cent', price)),
  ).toEqual([1000, 1000, 10_000, 10_000, 10_000, 1000]);
});

test('the nearest tick of any price is at most one tick away and never 0 or 1', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom('linear_cent', 'tapered_deci_cent'),
      (price, ladder) => {
        const nearest = roundToTick(ladder, price);
        return nearest > 0 && nearest < 1_000_000 && Math.abs(nearest - price) <= getTickAt(ladder, price);
      },
    ),
  );
});
