import { MICROS_PER_UNIT, toMicros } from '@coliseum/domain/price';

/** Edge of one forecast: (line − result)² − (forecast − result)² (scoring.md S3); plus is nearer the result than the line was. */
export function computeBetEdge(probability: string, lockedPrice: string, settlementValue: string): number {
  const result = toUnit(settlementValue);
  return (toUnit(lockedPrice) - result) ** 2 - (toUnit(probability) - result) ** 2;
}

function toUnit(decimal: string): number {
  return toMicros(decimal) / MICROS_PER_UNIT;
}
