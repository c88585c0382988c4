import { formatMicros } from '@coliseum/domain/price';

/** Formats micros as an exact decimal string. Null stays null. */
export function toDecimalOrNull(micros: number | null): string | null {
  return micros === null ? null : formatMicros(micros);
}
