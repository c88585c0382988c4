import { BET_SIZES, type Growth } from './growth.ts';

/** The test that somebody would have to lose for a claim: wealth against "the mean is m or less" (scoring.md S7.3). */
export type Test = { readonly growth: Growth; readonly exposure: number };

const MOST_STEPS = 100;

/** ln W(m) = ln (1/6) Σ_g exp(A_g − g·X·m), X the exposure n / K. Falls in m, at most 0 at 1. */
export function computeLnWealth(test: Test, mean: number): number {
  return measureWealth(test, mean).lnWealth;
}

/**
 * The mean at which the wealth is the threshold H: every mean below it is refuted. −1 where none is. Between −1 and 1, and
 * 0 or more exactly when ln W(0) ≥ ln H, so that the interval and the badge never disagree.
 */
export function findRefutedBelow(test: Test, threshold: number): number {
  const lnThreshold = Math.log(threshold);
  const isZeroRefuted = computeLnWealth(test, 0) >= lnThreshold;
  const highest = isZeroRefuted ? 1 : 0;
  // ln W is convex and falls, so Newton's steps from the left never pass the root.
  let mean = isZeroRefuted ? 0 : -1;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { lnWealth, slope } = measureWealth(test, mean);
    const next = Math.min(highest, mean + (lnThreshold - lnWealth) / slope);
    if (!(next > mean)) break;
    mean = next;
  }
  return mean;
}

function measureWealth(
  { growth, exposure }: Test,
  mean: number,
): { readonly lnWealth: number; readonly slope: number } {
  const terms = growth.map((grown, index) => grown - (BET_SIZES[index] ?? 0) * exposure * mean);
  const largest = Math.max(...terms);
  let [total, weighted] = [0, 0];
  for (const [index, term] of terms.entries()) {
    const weight = Math.exp(term - largest);
    total += weight;
    weighted += weight * (BET_SIZES[index] ?? 0);
  }
  return {
    lnWealth: largest + Math.log(total / BET_SIZES.length),
    slope: (-exposure * weighted) / total,
  };
}
