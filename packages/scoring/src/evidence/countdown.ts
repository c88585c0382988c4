import { NORMAL_QUANTILE } from '../wilson-interval.ts';
import { computeEstimate, computeStandardError, type Comparison } from './comparison.ts';
import { BET_SIZES } from './growth.ts';

/** A comparison with fewer match days gets no countdown. */
const FEWEST_DAYS = 30;
/** Ten years of match days: what takes longer is only called that. */
const MOST_DAYS = 3650;
/** The 80 % quantile of the normal distribution: the power at which the figure is given. */
const POWER_QUANTILE = 0.8416212335729143;

/** How many match days in all would settle a comparison if today's gap were the true one; null is more than ten years. */
export type Countdown = {
  /** The gap in standard errors, never negative. */
  readonly z: number;
  readonly needed: number | null;
  /** The same with z 1.96 higher and 1.96 lower: what the data allow. */
  readonly bestCase: number | null;
  readonly worstCase: number | null;
};

/**
 * The countdown of scoring.md S7.6: `k·T/z²` match days, k = (√(2 ln 6H) + 0.84)², over the T days of the comparison so
 * far. Null under 30 days, and where the days do not differ.
 */
export function computeCountdown(comparison: Comparison, threshold: number): Countdown | null {
  const { days } = comparison.moments;
  const estimate = computeEstimate(comparison);
  const standardError = computeStandardError(comparison);
  if (days < FEWEST_DAYS || estimate === null || standardError === null || standardError === 0) return null;
  const z = Math.abs(estimate) / standardError;
  const price = (Math.sqrt(2 * Math.log(BET_SIZES.length * threshold)) + POWER_QUANTILE) ** 2;
  const computeNeeded = (distance: number): number | null => {
    const needed = (price * days) / distance ** 2;
    return distance <= 0 || needed > MOST_DAYS ? null : Math.ceil(needed);
  };
  return {
    z,
    needed: computeNeeded(z),
    bestCase: computeNeeded(z + NORMAL_QUANTILE),
    worstCase: computeNeeded(z - NORMAL_QUANTILE),
  };
}
