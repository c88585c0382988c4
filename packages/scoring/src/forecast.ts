import type { MatchDate } from '@coliseum/domain/match-date';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';

/** One counted forecast (scoring.md S2), all three numbers in micros. */
export type Forecast = {
  readonly date: MatchDate;
  readonly category: string;
  readonly persona: string;
  /** The stated probability of YES. */
  readonly probabilityMicros: number;
  /** The locked YES price. */
  readonly priceMicros: number;
  /** What one YES contract paid. */
  readonly valueMicros: number;
};

/** One, in millionths squared. */
export const SQUARED_MICROS = MICROS_PER_UNIT ** 2;

/** Squared error of the forecast, `(p − y)²`, in millionths squared. */
export function computeSquaredError({ probabilityMicros, valueMicros }: Forecast): number {
  return (probabilityMicros - valueMicros) ** 2;
}

/** Squared error of the locked price, `(q − y)²`, in millionths squared. */
export function computeCrowdSquaredError({ priceMicros, valueMicros }: Forecast): number {
  return (priceMicros - valueMicros) ** 2;
}
