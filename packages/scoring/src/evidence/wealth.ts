import { BET_SIZES, type Growth } from './growth.ts';

/** The sceptic's wealth in one direction: A_g by bet size, and the exposure X = n / K. */
export type Wealth = { readonly growth: Growth; readonly exposure: number };

const MOST_STEPS = 100;

/** ln W(m) = ln (1/6) Σ_g exp(A_g − g·X·m): wealth against "the mean is m or less" (scoring.md S7.3). Falls in m. */
export function computeLnWealth(wealth: Wealth, mean: number): number {
  return measure(wealth, mean).lnWealth;
}

/**
 * The mean at which the wealth is the threshold H: every mean below it is refuted. Between −1, where none is, and 1; 0 or
 * more exactly when ln W(0) ≥ ln H, so that the interval and the badge never disagree.
 */
export function findRefutedBelow(wealth: Wealth, threshold: number): number {
  const lnThreshold = Math.log(threshold);
  const [lowest, highest] = computeLnWealth(wealth, 0) >= lnThreshold ? [0, 1] : [-1, 0];
  // ln W is convex and falls, so Newton's steps from the left never pass the root.
  let mean = Math.min(highest, Math.max(lowest, findFirstStep(wealth, lnThreshold)));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { lnWealth, slope } = measure(wealth, mean);
    const next = Math.min(highest, mean + (lnThreshold - lnWealth) / slope);
    if (!(next > mean)) break;
    mean = next;
  }
  return mean;
}

/** Where one bet size alone reaches the threshold: all six together are worth more there. */
function findFirstStep({ growth, exposure }: Wealth, lnThreshold: number): number {
  const lnAlone = lnThreshold + Math.log(BET_SIZES.length);
  return Math.max(...BET_SIZES.map((size, index) => ((growth[index] ?? 0) - lnAlone) / (size * exposure)));
}

/** Written as plain loops: a history of ten years measures the wealth some two million times. */
function measure({ growth, exposure }: Wealth, mean: number): { readonly lnWealth: number; readonly slope: number } {
  let largest = -Infinity;
  for (let index = 0; index < BET_SIZES.length; index += 1) {
    largest = Math.max(largest, (growth[index] ?? 0) - (BET_SIZES[index] ?? 0) * exposure * mean);
  }
  let total = 0;
  let weighted = 0;
  for (let index = 0; index < BET_SIZES.length; index += 1) {
    const size = BET_SIZES[index] ?? 0;
    const weight = Math.exp((growth[index] ?? 0) - size * exposure * mean - largest);
    total += weight;
    weighted += weight * size;
  }
  return { lnWealth: largest + Math.log(total / BET_SIZES.length), slope: (-exposure * weighted) / total };
}
