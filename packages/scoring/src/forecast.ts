import type { MatchDate } from '@coliseum/domain/match-date';

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

const MICROS = 1_000_000;

/** Squared error of the forecast, `(p − y)²`. */
export function computeSquaredError({ probabilityMicros, valueMicros }: Forecast): number {
  return ((probabilityMicros - valueMicros) / MICROS) ** 2;
}

/** Squared error of the locked price, `(q − y)²`. */
export function computeCrowdSquaredError({ priceMicros, valueMicros }: Forecast): number {
  return ((priceMicros - valueMicros) / MICROS) ** 2;
}

/** The forecast as fractions of one: p, q and y. */
export function toFractions(forecast: Forecast): { readonly p: number; readonly q: number; readonly y: number } {
  const { probabilityMicros, priceMicros, valueMicros } = forecast;
  return { p: probabilityMicros / MICROS, q: priceMicros / MICROS, y: valueMicros / MICROS };
}
