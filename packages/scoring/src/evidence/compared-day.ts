import { MICROS_PER_UNIT } from '@coliseum/domain/price';
/** An event that both sides of a comparison answered, in micros. */
export type ComparedEvent = {
  readonly firstMicros: number;
  readonly otherMicros: number;
  /** What one YES contract paid. */
  readonly valueMicros: number;
};

/**
 * What one match day adds to a comparison (scoring.md S7.3). The sums are whole numbers of millionths squared, exact in
 * any order.
 */
export type ComparedDay = {
  /** The day's place among the complete days. */
  readonly day: number;
  /** Events that both answered, at least one. */
  readonly count: number;
  /** Σδ, δ = (p_other − y)² − (p_first − y)². */
  readonly difference: number;
  /** Σ min(a, b) and Σ max(a, b): between these the difference was known to lie before any outcome. */
  readonly lowest: number;
  readonly highest: number;
};

/** Compares the two sides on one day; null when there is no event that both answered. */
export function compareDay(day: number, events: readonly ComparedEvent[]): ComparedDay | null {
  if (events.length === 0) return null;
  let [difference, lowest, highest] = [0, 0, 0];
  for (const { firstMicros, otherMicros, valueMicros } of events) {
    const computeDelta = (value: number): number => (otherMicros - value) ** 2 - (firstMicros - value) ** 2;
    const [ifNo, ifYes] = [computeDelta(0), computeDelta(MICROS_PER_UNIT)];
    difference += computeDelta(valueMicros);
    lowest += Math.min(ifNo, ifYes);
    highest += Math.max(ifNo, ifYes);
  }
  return { day, count: events.length, difference, lowest, highest };
}
