import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Forecast } from './forecast.ts';
import { scoreForecasts } from './score-forecasts.ts';

const forecast: fc.Arbitrary<Forecast> = fc.record({
  date: fc.constantFrom('2026-01-05', '2026-01-06', '2026-01-07'),
  category: fc.constant('sports'),
  persona: fc.constant('momentum'),
  probabilityMicros: fc.integer({ min: 0, max: 1_000_000 }),
  priceMicros: fc.integer({ min: 1, max: 999_999 }),
  valueMicros: fc.oneof(fc.constant(0), fc.constant(1_000_000), fc.integer({ min: 0, max: 1_000_000 })),
});
const forecasts = fc.array(forecast, { minLength: 1, maxLength: 60 });

test('the parts of the Brier score add up to it', () => {
  fc.assert(
    fc.property(forecasts, (set) => {
      const { brier, murphy } = scoreForecasts(set);
      const { reliability, resolution, uncertainty, withinVariance, withinCovariance } = murphy ?? fail();
      const total = reliability - resolution + uncertainty + withinVariance - withinCovariance;
      expect(Math.abs((brier ?? fail()) - total)).toBeLessThan(1e-12);
    }),
  );
});

test('copying the price has an edge of exactly zero', () => {
  fc.assert(
    fc.property(forecasts, (set) => {
      const copied = set.map((one) => ({ ...one, probabilityMicros: one.priceMicros }));
      expect(scoreForecasts(copied)).toMatchObject({ meanEdge: 0, boldness: 0 });
    }),
  );
});

test('stating what happened scores a Brier of zero and an edge of the crowd error', () => {
  fc.assert(
    fc.property(forecasts, (set) => {
      const score = scoreForecasts(set.map((one) => ({ ...one, probabilityMicros: one.valueMicros })));
      expect(score.brier).toBe(0);
      expect(score.meanEdge).toBe(score.crowdBrier);
    }),
  );
});

test('the area under the curve is the share of pairs in the right order', () => {
  fc.assert(
    fc.property(forecasts, (set) => {
      const yes = set.filter(({ valueMicros }) => valueMicros === 1_000_000);
      const no = set.filter(({ valueMicros }) => valueMicros === 0);
      const pairs = yes.flatMap((a) => no.map((b) => Math.sign(a.probabilityMicros - b.probabilityMicros) / 2 + 0.5));
      const expected = pairs.length === 0 ? null : pairs.reduce((sum, won) => sum + won, 0) / pairs.length;
      const { auc } = scoreForecasts(set);
      if (auc === null || expected === null) expect(auc).toBe(expected);
      else expect(auc).toBeCloseTo(expected, 12);
    }),
  );
});

function fail(): never {
  throw new Error('A set of forecasts that is not empty has all scores');
}
