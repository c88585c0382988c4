import { toArray } from '../chain.ts';
import { SQUARED_MICROS } from '../forecast.ts';
import { NORMAL_QUANTILE } from '../wilson-interval.ts';
import { computeClusteredVariance, type DaySum } from './clustered-variance.ts';
import { computeEstimate, type Comparison } from './comparison.ts';
import type { Interval } from './evidence.ts';

/** The days of a comparison with their differences in one, not in millionths squared. */
export function toDaySums({ days }: Comparison): DaySum[] {
  return toArray(days).map(({ difference, count }) => ({ sum: difference / SQUARED_MICROS, count }));
}

/**
 * The fixed-sample 95 % interval of a mean edge, clustered by day (scoring.md S7.2): drawn grey, never claimed. It holds
 * only for a reader who looks once, on a day fixed in advance. Null under two days with a counted forecast.
 */
export function computeFixedSample(versusCrowd: Comparison): Interval | null {
  const estimate = computeEstimate(versusCrowd);
  return estimate === null ? null : computeIntervalOfMean(estimate, toDaySums(versusCrowd));
}

/** `[estimate − h, estimate + h]`, h = 1.96·√v with the clustered variance v; null under two days. */
export function computeIntervalOfMean(estimate: number, days: readonly DaySum[]): Interval | null {
  const variance = computeClusteredVariance(days);
  if (variance === null) return null;
  const halfWidth = NORMAL_QUANTILE * Math.sqrt(variance);
  return [estimate - halfWidth, estimate + halfWidth];
}
