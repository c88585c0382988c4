import { groupIntoBins } from './calibration.ts';
import { toFractions, type Forecast } from './forecast.ts';
import { mean, sum } from './mean.ts';

/** `brier = reliability − resolution + uncertainty + withinVariance − withinCovariance`. */
export type MurphyDecomposition = {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinVariance: number;
  readonly withinCovariance: number;
};

/**
 * The Brier score's parts on the calibration bins (Murphy 1973), with the two terms inside the bins (Stephenson, Coelho
 * & Jolliffe 2008), exact also for fractional settlements. Null without forecasts.
 */
export function computeMurphyDecomposition(forecasts: readonly Forecast[]): MurphyDecomposition | null {
  const n = forecasts.length;
  const overall = mean(forecasts.map((forecast) => toFractions(forecast).y));
  if (overall === null) return null;

  const bins = groupIntoBins(forecasts)
    .filter((bin) => bin.length > 0)
    .map((bin) => computeBinTerms(bin.map(toFractions), overall));
  const computeShare = (part: keyof ReturnType<typeof computeBinTerms>): number =>
    sum(bins.map((bin) => bin[part])) / n;
  return {
    reliability: computeShare('reliability'),
    resolution: computeShare('resolution'),
    uncertainty: sum(forecasts.map((forecast) => (toFractions(forecast).y - overall) ** 2)) / n,
    withinVariance: computeShare('variance'),
    withinCovariance: computeShare('covariance'),
  };
}

function computeBinTerms(bin: readonly { readonly p: number; readonly y: number }[], overall: number) {
  const meanP = mean(bin.map(({ p }) => p)) ?? 0;
  const meanY = mean(bin.map(({ y }) => y)) ?? 0;
  return {
    reliability: bin.length * (meanP - meanY) ** 2,
    resolution: bin.length * (meanY - overall) ** 2,
    variance: sum(bin.map(({ p }) => (p - meanP) ** 2)),
    covariance: 2 * sum(bin.map(({ p, y }) => (p - meanP) * (y - meanY))),
  };
}
