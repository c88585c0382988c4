import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { Forecast } from './forecast.ts';
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

/** The sums of one bin over its forecasts, in micros and in millionths squared: exact in any order. */
export type BinTally = {
  readonly n: number;
  readonly p: number;
  readonly y: number;
  readonly pp: number;
  readonly py: number;
  readonly yy: number;
};

/** Ten bins of nothing: [0, .1), [.1, .2) … [.9, 1]. */
export const EMPTY_BINS: readonly BinTally[] = Array.from({ length: BIN_COUNT }, () => ({
  n: 0,
  p: 0,
  y: 0,
  pp: 0,
  py: 0,
  yy: 0,
}));

/** The bins with more forecasts. */
export function addToBins(bins: readonly BinTally[], forecasts: readonly Forecast[]): readonly BinTally[] {
  const changed = [...bins];
  for (const { probabilityMicros: p, valueMicros: y } of forecasts) {
    const index = Math.min(BIN_COUNT - 1, Math.floor(p / BIN_WIDTH_MICROS));
    const bin = changed[index];
    if (bin === undefined) continue;
    changed[index] = {
      n: bin.n + 1,
      p: bin.p + p,
      y: bin.y + y,
      pp: bin.pp + p * p,
      py: bin.py + p * y,
      yy: bin.yy + y * y,
    };
  }
  return changed;
}

/** Stated against observed frequency in ten bins, with the Wilson (1927) interval of the observed one (scoring.md S3). */
export function toCalibration(bins: readonly BinTally[]): readonly CalibrationBin[] {
  return bins.map(({ n, p, y }) => {
    if (n === 0) return { n, meanP: null, meanY: null, wilson: null, sparse: true };
    const meanY = y / n / MICROS_PER_UNIT;
    return {
      n,
      meanP: p / n / MICROS_PER_UNIT,
      meanY,
      wilson: computeWilsonInterval(meanY, n),
      sparse: n < SPARSE_BELOW,
    };
  });
}
