/** One day of an estimate: a sum S over N counted items. */
export type DaySum = { readonly sum: number; readonly count: number };

/**
 * The clustered variance of an estimate θ = ΣS/ΣN over its T days with counts (scoring.md S7.5, 1):
 * `T/(T − 1) · Σ(S_t − θ·N_t)² / (ΣN)²`, in the square of the unit of S. Null under two days.
 *
 * Each residual is taken as (S_t·ΣN − ΣS·N_t) / ΣN, which is exactly 0 where a day does not differ from the mean.
 */
export function computeClusteredVariance(days: readonly DaySum[]): number | null {
  if (days.length < 2) return null;
  let [sum, count] = [0, 0];
  for (const day of days) {
    sum += day.sum;
    count += day.count;
  }
  let squares = 0;
  for (const day of days) squares += ((day.sum * count - sum * day.count) / count ** 2) ** 2;
  return (days.length / (days.length - 1)) * squares;
}
