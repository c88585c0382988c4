import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarize } from './statistics.ts';

test('the median is the middle of an odd count and the mean of the middle two of an even one', () => {
  expect(summarize([5, 1, 9])).toEqual({ minimum: 1, median: 5, maximum: 9, count: 3 });
  expect(summarize([8, 2, 4, 10])).toEqual({ minimum: 2, median: 6, maximum: 10, count: 4 });
  expect(summarize([7])).toEqual({ minimum: 7, median: 7, maximum: 7, count: 1 });
});

test('the order of the measurements does not matter, and half of them are on either side of the median', () => {
  const measurements = fc.array(fc.double({ noNaN: true, min: 1e-6, max: 1e9 }), { minLength: 1 });
  fc.assert(
    fc.property(measurements, (values) => {
      const summary = summarize(values);
      expect(summarize(values.toReversed())).toEqual(summary);
      expect(values.filter((value) => value <= summary.median).length).toBeGreaterThanOrEqual(values.length / 2);
      expect(values.filter((value) => value >= summary.median).length).toBeGreaterThanOrEqual(values.length / 2);
    }),
  );
});

test.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]]])('%j is not summarized', (values) => {
  expect(() => summarize(values)).toThrow('finite');
});
