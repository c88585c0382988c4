import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { Forecast } from './forecast.ts';

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

export type LogTally = { readonly n: number; readonly loss: number; readonly clamped: number };

export const NO_LOG: LogTally = { n: 0, loss: 0, clamped: 0 };

/** Adds forecasts to the logarithmic score. A fractional settlement has none. */
export function addToLog(tally: LogTally, forecasts: readonly Forecast[]): LogTally {
  let { n, loss, clamped } = tally;
  for (const { probabilityMicros, valueMicros } of forecasts) {
    if (valueMicros !== 0 && valueMicros !== MICROS_PER_UNIT) continue;
    const p = probabilityMicros / MICROS_PER_UNIT;
    const held = Math.min(Math.max(p, LOWEST), HIGHEST);
    n += 1;
    loss -= Math.log(valueMicros === MICROS_PER_UNIT ? held : 1 - held);
    clamped += p < LOWEST || p > HIGHEST ? 1 : 0;
  }
  return { n, loss, clamped };
}

/** The logarithmic score of a tally (scoring.md S3). */
export function toLogScore({ n, loss, clamped }: LogTally): LogScore {
  return { logN: n, log: n === 0 ? null : loss / n, logClamped: clamped };
}
