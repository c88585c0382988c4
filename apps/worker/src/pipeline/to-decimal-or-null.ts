import { formatMicros } from '@coliseum/domain/price';

/** Micros as an exact decimal string; a missing price stays missing. */
export function toDecimalOrNull(micros: number | null): string | null {
  return micros === null ? null : formatMicros(micros);
}
