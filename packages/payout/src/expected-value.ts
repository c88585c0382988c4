import { FEE_PERCENT } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import { computeSidePriceMicros, MICROS_PER_UNIT } from '@coliseum/domain/price';
import { requireSidePriceMicros, type ForecastBet } from './bet-terms.ts';

/**
 * Whether a bet is expected to win after fees if the forecast it is made on is right (scoring.md S4): `0.93·p > c` under
 * `gross-7`, `p > c + 0.07·c·(1 − c)` under `kalshi-quadratic`, p and c of the bet's side. Compared in whole numbers.
 *
 * @throws InvariantError when the price is out of range.
 */
export function isWorthBetting(bet: Omit<ForecastBet, 'stakeCents'>): boolean {
  const price = requireSidePriceMicros(bet);
  const chance = computeSidePriceMicros(bet.side, bet.probabilityMicros);
  switch (bet.feeRule) {
    case 'gross-7':
      return (100 - FEE_PERCENT) * chance > 100 * price;
    case 'kalshi-quadratic': {
      const scale = 100 * MICROS_PER_UNIT;
      return chance * scale > price * scale + FEE_PERCENT * price * (MICROS_PER_UNIT - price);
    }
    default:
      return assertNever(bet.feeRule);
  }
}
