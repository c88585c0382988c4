import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { BinTally } from './calibration.ts';
import { SQUARED_MICROS } from './forecast.ts';

/** `brier = reliability − resolution + uncertainty + withinVariance − withinCovariance`. */
export type MurphyDecomposition = {
  /** Σ n_b(p̄_b − ȳ_b)²/n: miscalibration, biased upwards for small n. */
  readonly reliability: number;
  /** Σ n_b(ȳ_b − ȳ)²/n: the ability to tell events apart. */
  readonly resolution: number;
  /** Σ(y − ȳ)²/n: how hard the events were. */
  readonly uncertainty: number;
  /** Σ_b Σ(p − p̄_b)²/n. */
  readonly withinVariance: number;
  /** 2 Σ_b Σ(p − p̄_b)(y − ȳ_b)/n. */
  readonly withinCovariance: number;
};

/**
 * The Brier score's parts on the calibration bins (Murphy 1973), with the two terms inside the bins (Stephenson, Coelho
 * & Jolliffe 2008), exact also for fractional settlements. Null without forecasts.
 */
export function toMurphyDecomposition(bins: readonly BinTally[]): MurphyDecomposition | null {
  const filled = bins.filter(({ n }) => n > 0);
  const n = add(filled, (bin) => bin.n);
  if (n === 0) return null;
  const y = add(filled, (bin) => bin.y);
  const overall = y / n / MICROS_PER_UNIT;
  const share = (part: (bin: BinTally) => number): number => add(filled, part) / n;
  return {
    reliability: share((bin) => bin.n * ((bin.p - bin.y) / bin.n / MICROS_PER_UNIT) ** 2),
    resolution: share((bin) => bin.n * (bin.y / bin.n / MICROS_PER_UNIT - overall) ** 2),
    uncertainty: Math.max(0, add(filled, (bin) => bin.yy) - (y * y) / n) / n / SQUARED_MICROS,
    withinVariance: share((bin) => Math.max(0, bin.pp - (bin.p * bin.p) / bin.n) / SQUARED_MICROS),
    withinCovariance: share((bin) => (2 * (bin.py - (bin.p * bin.y) / bin.n)) / SQUARED_MICROS),
  };
}

function add(bins: readonly BinTally[], part: (bin: BinTally) => number): number {
  let total = 0;
  for (const bin of bins) total += part(bin);
  return total;
}
