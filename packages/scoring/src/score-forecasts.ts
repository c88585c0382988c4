import { computeAccuracy, type Accuracy } from './accuracy.ts';
import { computeCalibration, type CalibrationBin } from './calibration.ts';
import { computeAreaUnderCurve } from './discrimination.ts';
import { toFractions, type Forecast } from './forecast.ts';
import { computeLogScore, type LogScore } from './log-score.ts';
import { mean } from './mean.ts';
import { computeMurphyDecomposition, type MurphyDecomposition } from './murphy.ts';

/** All scores of a set of forecasts (scoring.md S3). */
export type Score = Accuracy &
  LogScore & {
    /** Mean of `(p − p̄)²`: how much the forecasts vary. */
    readonly sharpness: number | null;
    /** Mean of `|p − q|`: how far they stand from the price. */
    readonly boldness: number | null;
    readonly auc: number | null;
    readonly calibration: readonly CalibrationBin[];
    readonly murphy: MurphyDecomposition | null;
  };

/** Scores a set of counted forecasts; every mean is null for an empty set. */
export function scoreForecasts(forecasts: readonly Forecast[]): Score {
  const meanP = mean(forecasts.map((forecast) => toFractions(forecast).p)) ?? 0;
  return {
    ...computeAccuracy(forecasts),
    ...computeLogScore(forecasts),
    sharpness: mean(forecasts.map((forecast) => (toFractions(forecast).p - meanP) ** 2)),
    boldness: mean(forecasts.map(computeDistanceFromPrice)),
    auc: computeAreaUnderCurve(forecasts),
    calibration: computeCalibration(forecasts),
    murphy: computeMurphyDecomposition(forecasts),
  };
}

function computeDistanceFromPrice(forecast: Forecast): number {
  const { p, q } = toFractions(forecast);
  return Math.abs(p - q);
}
