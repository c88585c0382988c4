import { SQUARED_MICROS } from '../forecast.ts';
import { addDay, computeClusteredVariance, NO_DAYS, type DayMoments } from './clustered-variance.ts';
import type { ComparedDay } from './compared-day.ts';
import { extendGrowth, NO_GROWTH, type Growth } from './growth.ts';

/** One comparison of a first and an other (scoring.md S7.3): additive by complete day. */
export type Comparison = {
  /** K: the most events a day can have. */
  readonly eventsPerDay: number;
  /** Its days with an event that both answered: Σδ in millionths squared, over n events. */
  readonly moments: DayMoments;
  /** The twelve sums A_g, for "the first is better" and "the first is worse". */
  readonly better: Growth;
  readonly worse: Growth;
};

export function createComparison(eventsPerDay: number): Comparison {
  return { eventsPerDay, moments: NO_DAYS, better: NO_GROWTH, worse: NO_GROWTH };
}

/** The comparison after one more day; days enter in date order. A day without an event that both answered adds nothing. */
export function addComparedDay(comparison: Comparison, day: ComparedDay): Comparison {
  if (day.count === 0) return comparison;
  const { eventsPerDay } = comparison;
  const scale = SQUARED_MICROS * eventsPerDay;
  return {
    eventsPerDay,
    moments: addDay(comparison.moments, { sum: day.difference, count: day.count }),
    better: extendGrowth(comparison.better, day.difference / scale, day.lowest / scale),
    worse: extendGrowth(comparison.worse, -day.difference / scale, -day.highest / scale),
  };
}

/** Σδ / n: the event-weighted mean, −1 to 1, the same number as everywhere else. Null without an event. */
export function computeEstimate({ moments: { sum, count } }: Comparison): number | null {
  return count === 0 ? null : sum / count / SQUARED_MICROS;
}

/** The standard error of the estimate, clustered by day (scoring.md S7.5, 1). Null under two days. */
export function computeStandardError({ moments }: Comparison): number | null {
  const variance = computeClusteredVariance(moments);
  return variance === null ? null : Math.sqrt(variance) / SQUARED_MICROS;
}
