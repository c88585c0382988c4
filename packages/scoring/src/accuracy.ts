import { computeCrowdSquaredError, computeSquaredError, type Forecast } from './forecast.ts';
import { mean } from './mean.ts';

/** The scores every set of forecasts has, also of one category or one persona week. Each is null for an empty set. */
export type Accuracy = {
  readonly n: number;
  /** Match days among the forecasts. */
  readonly days: number;
  /** Mean of `(p − y)²`: 0 is perfect, 0.25 is always saying 50 %. */
  readonly brier: number | null;
  /** The same for the locked price on the same events. */
  readonly crowdBrier: number | null;
  /** Mean of `(q − y)² − (p − y)²`: above zero is closer to the truth than the price. */
  readonly meanEdge: number | null;
  /** `1 − brier / crowdBrier`; null when the price made no error. */
  readonly skill: number | null;
};

/** Brier score, the crowd's, edge and skill (scoring.md S3). */
export function computeAccuracy(forecasts: readonly Forecast[]): Accuracy {
  const brier = mean(forecasts.map(computeSquaredError));
  const crowdBrier = mean(forecasts.map(computeCrowdSquaredError));
  return {
    n: forecasts.length,
    days: new Set(forecasts.map(({ date }) => date)).size,
    brier,
    crowdBrier,
    meanEdge: mean(forecasts.map((forecast) => computeCrowdSquaredError(forecast) - computeSquaredError(forecast))),
    skill: brier === null || crowdBrier === null || crowdBrier === 0 ? null : 1 - brier / crowdBrier,
  };
}

/** {@link computeAccuracy} of each part of the forecasts; a part without forecasts is absent. */
export function computeAccuracyBy(
  forecasts: readonly Forecast[],
  toPart: (forecast: Forecast) => string,
): ReadonlyMap<string, Accuracy> {
  return new Map([...Map.groupBy(forecasts, toPart)].map(([part, members]) => [part, computeAccuracy(members)]));
}
