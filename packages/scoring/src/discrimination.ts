import type { Forecast } from './forecast.ts';

const YES_MICROS = 1_000_000;

/**
 * The area under the ROC curve (Hanley & McNeil 1982): over all pairs of a YES and a NO event, the share where the YES
 * event had the higher probability, ties one half. Null unless there are both. By ranks, so it costs one sort.
 */
export function computeAreaUnderCurve(forecasts: readonly Forecast[]): number | null {
  const yes = forecasts.filter(({ valueMicros }) => valueMicros === YES_MICROS).length;
  const no = forecasts.filter(({ valueMicros }) => valueMicros === 0).length;
  if (yes === 0 || no === 0) return null;

  const byProbability = Map.groupBy(forecasts, ({ probabilityMicros }) => probabilityMicros);
  let noBelow = 0;
  let won = 0;
  for (const probability of [...byProbability.keys()].toSorted((a, b) => a - b)) {
    const tied = byProbability.get(probability) ?? [];
    const tiedYes = tied.filter(({ valueMicros }) => valueMicros === YES_MICROS).length;
    const tiedNo = tied.filter(({ valueMicros }) => valueMicros === 0).length;
    won += tiedYes * (noBelow + tiedNo / 2);
    noBelow += tiedNo;
  }
  return won / (yes * no);
}
