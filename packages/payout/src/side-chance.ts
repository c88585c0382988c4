import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { ForecastBet } from './bet-terms.ts';

/** The agent's own chance for the side it bet on, 0 to 1 (`p_S` of scoring.md S5.3). */
export function computeSideChance({
  side,
  probabilityMicros,
}: Pick<ForecastBet, 'side' | 'probabilityMicros'>): number {
  return (side === 'YES' ? probabilityMicros : MICROS_PER_UNIT - probabilityMicros) / MICROS_PER_UNIT;
}
