import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { addTallies, NO_ACCURACY, tallyDay, toAccuracy, type Accuracy, type AccuracyTally } from './accuracy.ts';
import { addToBins, EMPTY_BINS, toCalibration, type BinTally, type CalibrationBin } from './calibration.ts';
import { append, toArray, type Chain } from './chain.ts';
import { computeAreaUnderCurve, toOutcomeKeys, type OutcomeKeys } from './discrimination.ts';
import { SQUARED_MICROS, type Forecast } from './forecast.ts';
import { addToLog, NO_LOG, toLogScore, type LogScore, type LogTally } from './log-score.ts';
import { toMurphyDecomposition, type MurphyDecomposition } from './murphy.ts';

/** All scores of a set of forecasts (scoring.md S3). */
export type Score = Accuracy &
  LogScore & {
    /** Mean of `(p − p̄)²`, 0 to 0.25: how much the forecasts vary. */
    readonly sharpness: number | null;
    /** Mean of `|p − q|`, 0 to 1: how far they stand from the price. */
    readonly boldness: number | null;
    readonly auc: number | null;
    readonly calibration: readonly CalibrationBin[];
    readonly murphy: MurphyDecomposition | null;
  };

/** What {@link Score} is made of, additive by match day. */
export type ScoreTally = {
  readonly accuracy: AccuracyTally;
  readonly log: LogTally;
  readonly bins: readonly BinTally[];
  /** Σ|p − q|, in micros. */
  readonly distance: number;
  readonly outcomes: Chain<OutcomeKeys>;
};

export const NO_SCORE: ScoreTally = {
  accuracy: NO_ACCURACY,
  log: NO_LOG,
  bins: EMPTY_BINS,
  distance: 0,
  outcomes: null,
};

/** The tally with the forecasts of one more match day. */
export function addDayToScore(tally: ScoreTally, forecasts: readonly Forecast[]): ScoreTally {
  if (forecasts.length === 0) return tally;
  let { distance } = tally;
  for (const { probabilityMicros, priceMicros } of forecasts) distance += Math.abs(probabilityMicros - priceMicros);
  return {
    accuracy: addTallies(tally.accuracy, tallyDay(forecasts)),
    log: addToLog(tally.log, forecasts),
    bins: addToBins(tally.bins, forecasts),
    distance,
    outcomes: append(tally.outcomes, toOutcomeKeys(forecasts)),
  };
}

/** The scores of a tally; every mean is null for an empty set. */
export function toScore({ accuracy, log, bins, distance, outcomes }: ScoreTally): Score {
  const { n } = accuracy;
  return {
    ...toAccuracy(accuracy),
    ...toLogScore(log),
    sharpness: n === 0 ? null : computeSharpness(bins, n),
    boldness: n === 0 ? null : distance / n / MICROS_PER_UNIT,
    auc: computeAreaUnderCurve(toArray(outcomes)),
    calibration: toCalibration(bins),
    murphy: toMurphyDecomposition(bins),
  };
}

/** Scores a list of counted forecasts. */
export function scoreForecasts(forecasts: readonly Forecast[]): Score {
  const days = Map.groupBy(forecasts, ({ date }) => date);
  return toScore([...days.values()].reduce(addDayToScore, NO_SCORE));
}

/** Σp² − (Σp)²/n, over n: rounding may leave less than nothing of equal forecasts. */
function computeSharpness(bins: readonly BinTally[], n: number): number {
  let [p, pp] = [0, 0];
  for (const bin of bins) {
    p += bin.p;
    pp += bin.pp;
  }
  return Math.max(0, pp - (p * p) / n) / n / SQUARED_MICROS;
}
