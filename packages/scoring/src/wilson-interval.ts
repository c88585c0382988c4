/** The 97.5 % quantile of the normal distribution. */
export const NORMAL_QUANTILE = 1.959963984540054;

/**
 * The Wilson (1927) 95 % interval of a share seen in `n` trials, n above 0, clipped to [0, 1] (scoring.md S3): centre
 * (π̂ + z²/2n) / (1 + z²/n), half-width z·√(π̂(1 − π̂)/n + z²/4n²) / (1 + z²/n).
 */
export function computeWilsonInterval(share: number, n: number): readonly [number, number] {
  const z = NORMAL_QUANTILE;
  const scale = 1 + z ** 2 / n;
  const centre = (share + z ** 2 / (2 * n)) / scale;
  const halfWidth = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / scale;
  return [Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth)];
}
