import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { Forecast } from './forecast.ts';

/** The forecasts of one day on events that ended YES or NO, each as `2 · micros`, plus one for YES: sorted by one key. */
export type OutcomeKeys = readonly number[];

export function toOutcomeKeys(forecasts: readonly Forecast[]): OutcomeKeys {
  return forecasts
    .filter(({ valueMicros }) => valueMicros === 0 || valueMicros === MICROS_PER_UNIT)
    .map(({ probabilityMicros, valueMicros }) => 2 * probabilityMicros + (valueMicros === MICROS_PER_UNIT ? 1 : 0));
}

/**
 * The area under the ROC curve (Hanley & McNeil 1982; scoring.md S3): over all pairs of a YES and a NO event, the share
 * where the YES event had the higher probability, ties one half. Null unless there are both. By ranks, so it costs one sort.
 */
export function computeAreaUnderCurve(days: readonly OutcomeKeys[]): number | null {
  const keys = Float64Array.from(days.flat()).toSorted();
  let [won, noBelow, yesSoFar] = [0, 0, 0];
  let [tiedAt, tiedNo] = [-1, 0];
  for (const key of keys) {
    const probability = key >> 1;
    if (probability !== tiedAt) [tiedAt, tiedNo] = [probability, 0];
    if (key % 2 === 0) {
      noBelow += 1;
      tiedNo += 1;
    } else {
      // Inside a tie the NO events are sorted before the YES events.
      won += noBelow - tiedNo / 2;
      yesSoFar += 1;
    }
  }
  return yesSoFar === 0 || noBelow === 0 ? null : won / (yesSoFar * noBelow);
}
