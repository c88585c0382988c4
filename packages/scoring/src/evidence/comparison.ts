import { append, type Chain } from '../chain.ts';
import { SQUARED_MICROS } from '../forecast.ts';
import type { ComparedDay } from './compared-day.ts';
import { extendGrowth, NO_GROWTH, type Growth } from './growth.ts';

/** One comparison of a first and an other (scoring.md S7.3): additive by complete day. */
export type Comparison = {
  /** K: the most events a day can have. */
  readonly eventsPerDay: number;
  /** n: events that both answered. */
  readonly count: number;
  /** Σδ in millionths squared. */
  readonly difference: number;
  /** The twelve sums A_g, for "the first is better" and "the first is worse". */
  readonly better: Growth;
  readonly worse: Growth;
  /** The days with an event that both answered. */
  readonly days: Chain<ComparedDay>;
};

export function createComparison(eventsPerDay: number): Comparison {
  return { eventsPerDay, count: 0, difference: 0, better: NO_GROWTH, worse: NO_GROWTH, days: null };
}

/** The comparison after one more day; days enter in date order. A day without an event that both answered adds nothing. */
export function addComparedDay(comparison: Comparison, day: ComparedDay | null): Comparison {
  if (day === null) return comparison;
  const { eventsPerDay } = comparison;
  const scale = SQUARED_MICROS * eventsPerDay;
  return {
    eventsPerDay,
    count: comparison.count + day.count,
    difference: comparison.difference + day.difference,
    better: extendGrowth(comparison.better, day.difference / scale, day.lowest / scale),
    worse: extendGrowth(comparison.worse, -day.difference / scale, -day.highest / scale),
    days: append(comparison.days, day),
  };
}

/** Σδ / n: the event-weighted mean, the same number as everywhere else. Null without an event. */
export function computeEstimate({ count, difference }: Pick<Comparison, 'count' | 'difference'>): number | null {
  return count === 0 ? null : difference / count / SQUARED_MICROS;
}
