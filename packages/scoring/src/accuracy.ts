import { computeCrowdSquaredError, computeSquaredError, SQUARED_MICROS, type Forecast } from './forecast.ts';

/** The scores every set of forecasts has, also of one category or one persona week. Each is null for an empty set. */
export type Accuracy = {
  readonly n: number;
  /** Match days among the forecasts. */
  readonly days: number;
  /** Mean of `(p − y)²`, 0 to 1: 0 is perfect, 0.25 is always saying 50 %. Brier's own P (1950) sums both classes and is twice this. */
  readonly brier: number | null;
  /** Mean of `(q − y)²`, 0 to 1: the same for the locked price on the same events. */
  readonly crowdBrier: number | null;
  /** Mean of `(q − y)² − (p − y)²`, −1 to 1: above zero is closer to the truth than the price. */
  readonly meanEdge: number | null;
  /** `1 − brier / crowdBrier`, −∞ to 1 (Murphy 1988, the price as reference); null when the price made no error. */
  readonly skill: number | null;
};

/** What {@link Accuracy} is made of: whole numbers of millionths squared, exact in any order. */
export type AccuracyTally = {
  readonly n: number;
  readonly days: number;
  readonly squaredError: number;
  readonly crowdSquaredError: number;
};

export const NO_ACCURACY: AccuracyTally = { n: 0, days: 0, squaredError: 0, crowdSquaredError: 0 };

/** Tallies the forecasts of one match day. */
export function tallyDay(forecasts: readonly Forecast[]): AccuracyTally {
  let [squaredError, crowdSquaredError] = [0, 0];
  for (const forecast of forecasts) {
    squaredError += computeSquaredError(forecast);
    crowdSquaredError += computeCrowdSquaredError(forecast);
  }
  return { n: forecasts.length, days: forecasts.length === 0 ? 0 : 1, squaredError, crowdSquaredError };
}

/** The tally of two sets of different match days together. */
export function addTallies(a: AccuracyTally, b: AccuracyTally): AccuracyTally {
  return {
    n: a.n + b.n,
    days: a.days + b.days,
    squaredError: a.squaredError + b.squaredError,
    crowdSquaredError: a.crowdSquaredError + b.crowdSquaredError,
  };
}

/** Brier score (Brier 1950), the Crowd's, edge and skill (Murphy 1988) of a tally (scoring.md S3). */
export function toAccuracy({ n, days, squaredError, crowdSquaredError }: AccuracyTally): Accuracy {
  if (n === 0) return { n, days, brier: null, crowdBrier: null, meanEdge: null, skill: null };
  return {
    n,
    days,
    brier: squaredError / n / SQUARED_MICROS,
    crowdBrier: crowdSquaredError / n / SQUARED_MICROS,
    meanEdge: (crowdSquaredError - squaredError) / n / SQUARED_MICROS,
    skill: crowdSquaredError === 0 ? null : 1 - squaredError / crowdSquaredError,
  };
}
