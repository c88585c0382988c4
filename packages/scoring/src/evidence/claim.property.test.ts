import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeClaim } from './claim.ts';
import { compareDay } from './compared-day.ts';
import { addComparedDay, createComparison, type Comparison } from './comparison.ts';
import { computeLnWealth, findRefutedBelow } from './wealth.ts';

const micros = fc.integer({ min: 0, max: 1_000_000 });
/** Days on which the first is often closer, often further away, or neither, so that all three verdicts come up. */
const day = fc.array(fc.record({ first: micros, other: micros, value: fc.constantFrom(0, 1_000_000, 400_000) }), {
  minLength: 1,
  maxLength: 5,
});
const comparison: fc.Arbitrary<Comparison> = fc
  .record({ days: fc.array(day, { minLength: 1, maxLength: 60 }), lean: fc.constantFrom('first', 'other', null) })
  .map(({ days, lean }) =>
    days.reduce((sum, events) => {
      const rightBy = (side: 'first' | 'other') =>
        events.map((event) => (lean === side ? Math.round((event[side] + 3 * event.value) / 4) : event[side]));
      const values = events.map(({ value }) => value);
      return addComparedDay(sum, compareDay(rightBy('first'), rightBy('other'), values));
    }, createComparison(5)),
  );
const threshold = fc.constantFrom(2, 40, 800, 2_800);

test('a claim excludes 0 exactly when it is separable', () => {
  const seen = new Set<string | null>();
  fc.assert(
    fc.property(comparison, threshold, (compared, needed) => {
      const figures = computeClaim(compared, needed);
      if (figures.estimate === null) throw new Error('Every day has an event');
      const { claim, separable } = figures;
      seen.add(separable);
      expect(claim[0] > 0).toBe(separable === 'better');
      expect(claim[1] < 0).toBe(separable === 'worse');
    }),
    { numRuns: 1_000 },
  );
  expect(seen).toEqual(new Set(['better', 'worse', null]));
});

test('a sequence holds its estimate, lies between −1 and 1, and is wider for a higher threshold', () => {
  fc.assert(
    fc.property(comparison, (compared) => {
      const figures = computeClaim(compared, 2_800);
      if (figures.estimate === null) throw new Error('Every day has an event');
      const { single, claim, estimate } = figures;
      expect([...claim, ...single].every((bound) => bound >= -1 && bound <= 1)).toBe(true);
      expect(claim[0]).toBeLessThanOrEqual(single[0]);
      expect(claim[1]).toBeGreaterThanOrEqual(single[1]);
      expect(claim[0] <= estimate && estimate <= claim[1]).toBe(true);
    }),
  );
});

test('the wealth at the bound is the threshold', () => {
  fc.assert(
    fc.property(comparison, threshold, (compared, needed) => {
      const wealth = { growth: compared.better, exposure: compared.moments.count / compared.eventsPerDay };
      const bound = findRefutedBelow(wealth, needed);
      if (bound === -1) expect(computeLnWealth(wealth, -1)).toBeLessThanOrEqual(Math.log(needed) + 1e-9);
      else expect(computeLnWealth(wealth, bound)).toBeCloseTo(Math.log(needed), 9);
    }),
  );
});

test('copying the other is no evidence for either', () => {
  fc.assert(
    fc.property(fc.array(micros, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (row, days) => {
      let copied = createComparison(5);
      for (let count = 0; count < days; count += 1) copied = addComparedDay(copied, compareDay(row, row, row));
      expect(computeClaim(copied, 800)).toMatchObject({
        estimate: 0,
        lnEvidenceBetter: 0,
        lnEvidenceWorse: 0,
        separable: null,
      });
    }),
  );
});
