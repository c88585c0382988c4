import { toFractions, type Forecast } from './forecast.ts';
import { mean } from './mean.ts';

const LOWEST = 0.001;
const HIGHEST = 0.999;

export type LogScore = {
  /** Forecasts on events that ended YES or NO. */
  readonly logN: number;
  /** Mean of `−ln` of the chance given to what happened, in nats, at most 6.908 (Good 1952); null without any. */
  readonly log: number | null;
  /** How many of them were below 0.001 or above 0.999 and were moved there. */
  readonly logClamped: number;
};

/** The logarithmic score (scoring.md S3). A fractional settlement has none. */
export function computeLogScore(forecasts: readonly Forecast[]): LogScore {
  const decided = forecasts.map(toFractions).filter(({ y }) => y === 0 || y === 1);
  const losses = decided.map(({ p, y }) => {
    const clamped = Math.min(Math.max(p, LOWEST), HIGHEST);
    return -Math.log(y === 1 ? clamped : 1 - clamped);
  });
  return {
    logN: decided.length,
    log: mean(losses),
    logClamped: decided.filter(({ p }) => p < LOWEST || p > HIGHEST).length,
  };
}
