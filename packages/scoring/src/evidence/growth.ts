/** Bet sizes g of the sceptic, equally weighted, and ε (scoring.md S7.3). Never changed in the light of results (S10). */
export const BET_SIZES = [1, 2, 4, 8, 16, 32] as const;
const EPSILON = 0.05;

/** A_g for each bet size: the logarithm of what one unit has grown to, before the mean it is tested against. */
export type Growth = readonly number[];

export const NO_GROWTH: Growth = BET_SIZES.map(() => 0);

/**
 * A_g after one more day: `g·c + ln(1 + g(x − c))` with `c = min(0, l + (1 − ε)/g)` is added for each bet size g. `x` is
 * the day's difference and `lowest` (l ≤ x) the least it could have been, both over K. The logarithm exists: its argument
 * is at least ε.
 */
export function extendGrowth(growth: Growth, x: number, lowest: number): Growth {
  return BET_SIZES.map((size, index) => {
    const tangent = Math.min(0, lowest + (1 - EPSILON) / size);
    return (growth[index] ?? 0) + size * tangent + Math.log1p(size * (x - tangent));
  });
}
