import { toFractions, type Forecast } from './forecast.ts';
import { mean } from './mean.ts';
import { computeWilsonInterval } from './wilson-interval.ts';

const BIN_COUNT = 10;
const BIN_WIDTH_MICROS = 100_000;
/** Below this many forecasts a bin is drawn hollow. */
const SPARSE_BELOW = 20;

/** One of ten bins of stated probability; the means are null when it is empty. */
export type CalibrationBin = {
  readonly n: number;
  readonly meanP: number | null;
  readonly meanY: number | null;
  /** A guide for the eye, not a test: it treats events as independent. */
  readonly wilson: readonly [number, number] | null;
  readonly sparse: boolean;
};

/** The forecasts of each bin: [0, .1), [.1, .2) … [.9, 1]. */
export function groupIntoBins(forecasts: readonly Forecast[]): readonly (readonly Forecast[])[] {
  const bins = Map.groupBy(forecasts, ({ probabilityMicros }) =>
    Math.min(BIN_COUNT - 1, Math.floor(probabilityMicros / BIN_WIDTH_MICROS)),
  );
  return Array.from({ length: BIN_COUNT }, (_, bin) => bins.get(bin) ?? []);
}

/** Stated against observed frequency in ten bins (scoring.md S3). */
export function computeCalibration(forecasts: readonly Forecast[]): readonly CalibrationBin[] {
  return groupIntoBins(forecasts).map((bin) => {
    const n = bin.length;
    const meanY = mean(bin.map((forecast) => toFractions(forecast).y));
    return {
      n,
      meanP: mean(bin.map((forecast) => toFractions(forecast).p)),
      meanY,
      wilson: meanY === null ? null : computeWilsonInterval(meanY, n),
      sparse: n < SPARSE_BELOW,
    };
  });
}
