import { MICROS_PER_UNIT } from '@coliseum/domain/price';

/** Probabilities of a day's scored events in micros; null where there is none. */
export type AnswerRow = readonly (number | null)[];

/**
 * What one match day adds to a comparison (scoring.md S7.3), over the events that both answered. The sums are whole numbers
 * of millionths squared, exact in any order.
 */
export type ComparedDay = {
  readonly count: number;
  /** Σδ, δ = (p_other − y)² − (p_first − y)². */
  readonly difference: number;
  /** Σ min(a, b) and Σ max(a, b): between these the difference was known to lie before any outcome. */
  readonly lowest: number;
  readonly highest: number;
};

export const NOTHING_COMPARED: ComparedDay = { count: 0, difference: 0, lowest: 0, highest: 0 };

/** Compares the two sides on one day. `values` are what YES paid on its scored events. */
export function compareDay(first: AnswerRow, other: AnswerRow, values: readonly number[]): ComparedDay {
  let [count, difference, lowest, highest] = [0, 0, 0, 0];
  for (const [place, value] of values.entries()) {
    const [p, q] = [first[place] ?? null, other[place] ?? null];
    if (p === null || q === null) continue;
    const ifNo = q ** 2 - p ** 2;
    const ifYes = (MICROS_PER_UNIT - q) ** 2 - (MICROS_PER_UNIT - p) ** 2;
    count += 1;
    difference += (q - value) ** 2 - (p - value) ** 2;
    lowest += Math.min(ifNo, ifYes);
    highest += Math.max(ifNo, ifYes);
  }
  return { count, difference, lowest, highest };
}

/** Several comparisons of one day as one. */
export function poolDays(days: readonly ComparedDay[]): ComparedDay {
  return days.reduce(
    (pooled, day) => ({
      count: pooled.count + day.count,
      difference: pooled.difference + day.difference,
      lowest: pooled.lowest + day.lowest,
      highest: pooled.highest + day.highest,
    }),
    NOTHING_COMPARED,
  );
}
