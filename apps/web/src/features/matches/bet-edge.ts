import { MICROS_PER_UNIT, toMicros } from '@coliseum/domain/price';

/** Edge of one forecast: (line − outcome)² − (forecast − outcome)² (scoring.md S3); positive is closer to the outcome than the line. */
export function computeBetEdge(probability: string, lockedPrice: string, settlementValue: string): number {
  const outcome = toUnit(settlementValue);
  return (toUnit(lockedPrice) - outcome) ** 2 - (toUnit(probability) - outcome) ** 2;
}

function toUnit(decimal: string): number {
  return toMicros(decimal) / MICROS_PER_UNIT;
}
