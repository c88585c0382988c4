import { createSeededRandom } from '@coliseum/domain/random';
import { expect, test } from 'vitest';
import { drawEqualDay } from './draw-equal-day.ts';
import { findFalseClaim, planBadges, SINGLE_PAIR } from './find-false-claim.ts';

test('everybody stands equally far from a chance on either side, and only agents miss a question', () => {
  const random = createSeededRandom('equals');
  let missing = 0;
  for (let day = 0; day < 200; day += 1) {
    const { rows, values } = drawEqualDay(random, 9);
    expect(rows).toHaveLength(9);
    expect(rows[0]).not.toContain(null);
    for (const [place] of values.entries()) {
      const forecasts = rows.map((row) => row[place] ?? null);
      expect(new Set(forecasts.filter((forecast) => forecast !== null)).size).toBeLessThanOrEqual(2);
      missing += forecasts.filter((forecast) => forecast === null).length;
    }
  }
  // 3.5 % of 8,000 answers are 280, with a standard deviation of 16.
  expect(Math.abs(missing - 280)).toBeLessThan(80);
});

test('eight agents have 36 badges to win, at the thresholds of the methodology', () => {
  const badges = planBadges(8);
  expect(badges).toHaveLength(36);
  expect(new Set(badges.map(({ threshold }) => threshold))).toEqual(new Set([800, 2_800]));
});

test('a claim that needs next to no evidence is found, and at once', () => {
  const eager = SINGLE_PAIR.map((pair) => ({ ...pair, threshold: 1.01 }));
  expect(findFalseClaim(createSeededRandom('eager'), eager, 50)).toBeLessThan(50);
});

test('one that needs all evidence there is, is never made', () => {
  const never = SINGLE_PAIR.map((pair) => ({ ...pair, threshold: 1e300 }));
  expect(findFalseClaim(createSeededRandom('never'), never, 50)).toBeNull();
});
