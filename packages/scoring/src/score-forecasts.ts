import { accuracy, type Accuracy } from './accuracy.ts';
import { calibration, type CalibrationBin } from './calibration.ts';
import { areaUnderCurve } from './discrimination.ts';
import { fractions, type Forecast } from './forecast.ts';
import { logScore, type LogScore } from './log-score.ts';
import { mean } from './mean.ts';
import { murphyDecomposition, type MurphyDecomposition } from './murphy.ts';

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
  const meanP = mean(forecasts.map((forecast) => fractions(forecast).p)) ?? 0;
  return {
    ...accuracy(forecasts),
    ...logScore(forecasts),
    sharpness: mean(forecasts.map((forecast) => (fractions(forecast).p - meanP) ** 2)),
    boldness: mean(forecasts.map(distanceFromPrice)),
    auc: areaUnderCurve(forecasts),
    calibration: calibration(forecasts),
    murphy: murphyDecomposition(forecasts),
  };
}

function distanceFromPrice(forecast: Forecast): number {
  const { p, q } = fractions(forecast);
  return Math.abs(p - q);
}
