import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleRandomControl } from './random-control.ts';

test('the control is five different markets, whatever the order of the list', () => {
  const tickers = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(tickers, (list) => {
      const control = sampleRandomControl('2026-11-22', list);
      expect(new Set(control).size).toBe(5);
      expect(list).toEqual(expect.arrayContaining([...control]));
      expect(sampleRandomControl('2026-11-22', list.toReversed())).toEqual(control);
    }),
  );
});

test('every market is taken about equally often', () => {
  const tickers = Array.from({ length: 10 }, (_, index) => `T${index}`);
  const times = new Map<string, number>();
  for (let day = 0; day < 2_000; day += 1) {
    for (const ticker of sampleRandomControl(`day-${day}`, tickers)) times.set(ticker, (times.get(ticker) ?? 0) + 1);
  }
  // 1,000 expected each, with a standard deviation of 22.
  for (const count of times.values()) expect(Math.abs(count - 1_000)).toBeLessThan(110);
});

test('fewer than five eligible markets have no control', () => {
  expect(sampleRandomControl('2026-11-22', ['A', 'B', 'C', 'D'])).toEqual([]);
});
