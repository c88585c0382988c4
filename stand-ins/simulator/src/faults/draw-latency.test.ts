import { expect, test } from 'vitest';
import { createRandomSource } from '../invented/random-source.ts';
import { drawLatencyMs } from './draw-latency.ts';
import type { Latency } from './latency-rule.ts';

function sample(latency: Latency): readonly number[] {
  const random = createRandomSource('latencies');
  return Array.from({ length: 2_000 }, () => drawLatencyMs(random, latency)).toSorted((left, right) => left - right);
}

test('a fixed latency is always the same', () => {
  expect(new Set(sample({ kind: 'fixed', ms: 25 }))).toEqual(new Set([25]));
});

test('a uniform one fills its range', () => {
  const delays = sample({ kind: 'uniform', minMs: 10, maxMs: 20 });
  expect(delays.at(0)).toBeLessThan(10.1);
  expect(delays.at(0)).toBeGreaterThanOrEqual(10);
  expect(delays.at(-1)).toBeGreaterThan(19.9);
  expect(delays.at(-1)).toBeLessThan(20);
});

test('a lognormal one has its median, a long tail, and an end', () => {
  const delays = sample({ kind: 'lognormal', medianMs: 100, sigma: 0.5, maxMs: 400 });
  expect(delays[1_000]).toBeGreaterThan(95);
  expect(delays[1_000]).toBeLessThan(105);
  const withinOneSigma = delays.filter((delay) => delay > 100 / Math.exp(0.5) && delay < 100 * Math.exp(0.5));
  expect(withinOneSigma.length / delays.length).toBeCloseTo(0.683, 1);
  expect(delays.at(-1)).toBe(400);
});
