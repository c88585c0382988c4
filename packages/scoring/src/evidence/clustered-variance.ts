/**
 * Sums over the days of an estimate, each with a sum S of differences over N counted items. S is a whole number, so all of
 * them are exact: they can be added and taken apart in any order.
 */
export type DayMoments = {
  /** Days with a counted item. */
  readonly days: number;
  /** ΣS and ΣN. */
  readonly sum: number;
  readonly count: number;
  /** ΣS², ΣS·N and ΣN². */
  readonly sumSquares: bigint;
  readonly sumsByCount: bigint;
  readonly countSquares: bigint;
};

export const NO_DAYS: DayMoments = {
  days: 0,
  sum: 0,
  count: 0,
  sumSquares: 0n,
  sumsByCount: 0n,
  countSquares: 0n,
};

/** The moments with one more day, of whole numbers. */
export function addDay(
  moments: DayMoments,
  { sum, count }: { readonly sum: number; readonly count: number },
): DayMoments {
  const [wholeSum, wholeCount] = [BigInt(sum), BigInt(count)];
  return {
    days: moments.days + 1,
    sum: moments.sum + sum,
    count: moments.count + count,
    sumSquares: moments.sumSquares + wholeSum * wholeSum,
    sumsByCount: moments.sumsByCount + wholeSum * wholeCount,
    countSquares: moments.countSquares + wholeCount * wholeCount,
  };
}

/** The moments of all days but some of them. */
export function removeDays(all: DayMoments, some: DayMoments): DayMoments {
  return {
    days: all.days - some.days,
    sum: all.sum - some.sum,
    count: all.count - some.count,
    sumSquares: all.sumSquares - some.sumSquares,
    sumsByCount: all.sumsByCount - some.sumsByCount,
    countSquares: all.countSquares - some.countSquares,
  };
}

/**
 * The clustered variance of an estimate θ = ΣS/ΣN over its T days (scoring.md S7.5, 1): `T/(T − 1) · Σ(S − θ·N)² / (ΣN)²`,
 * in the square of the unit of S, 0 or more. Null under two days.
 *
 * With θ multiplied out it is one whole number over (ΣN)⁴, so days that do not differ give exactly 0.
 */
export function computeClusteredVariance(moments: DayMoments): number | null {
  const { days, sumSquares, sumsByCount, countSquares } = moments;
  if (days < 2) return null;
  const [sum, count] = [BigInt(moments.sum), BigInt(moments.count)];
  const squares = count * count * sumSquares - 2n * count * sum * sumsByCount + sum * sum * countSquares;
  return ((days / (days - 1)) * Number(squares)) / moments.count ** 4;
}
