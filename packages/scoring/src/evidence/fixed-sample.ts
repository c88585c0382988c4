import { NORMAL_QUANTILE } from '../wilson-interval.ts';
import { computeEstimate, computeStandardError, type Comparison } from './comparison.ts';
import type { Interval } from './evidence.ts';

/**
 * The fixed-sample 95 % interval of a mean edge, clustered by day (scoring.md S7.2): drawn grey, never claimed. It holds
 * only for a reader who looks once, on a day fixed in advance. Null under two days with a counted forecast.
 */
export function computeFixedSample(versusCrowd: Comparison): Interval | null {
  const estimate = computeEstimate(versusCrowd);
  const standardError = computeStandardError(versusCrowd);
  return estimate === null || standardError === null ? null : toInterval(estimate, standardError);
}

/** `[estimate − h, estimate + h]`, h = 1.96 standard errors. */
export function toInterval(estimate: number, standardError: number): Interval {
  const halfWidth = NORMAL_QUANTILE * standardError;
  return [estimate - halfWidth, estimate + halfWidth];
}
