import { assertNever } from '@coliseum/domain/assert';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { requireSidePriceMicros, type ForecastBet } from './bet-terms.ts';
import { FEE_SHARE, KEPT_AFTER_FEE } from './fee.ts';
import { computeSideChance } from './side-chance.ts';

/**
 * The share of equity, 0 to 1, that the agent's own forecast justifies staking on its side: the stake of greatest
 * expected log growth after fees (Kelly 1956; scoring.md S5.4). 0 where its forecast sees no edge.
 *
 * @throws InvariantError when the price is out of range.
 */
export function computeKellyFraction(bet: Omit<ForecastBet, 'stakeCents'>): number {
  const price = requireSidePriceMicros(bet) / MICROS_PER_UNIT;
  const chance = computeSideChance(bet);
  switch (bet.feeRule) {
    case 'gross-7':
      return price >= KEPT_AFTER_FEE ? 0 : Math.max(0, (KEPT_AFTER_FEE * chance - price) / (KEPT_AFTER_FEE - price));
    case 'kalshi-quadratic': {
      const cost = price + FEE_SHARE * price * (1 - price);
      return Math.max(0, (chance - cost) / (1 - cost)) * (price / cost);
    }
    default:
      return assertNever(bet.feeRule);
  }
}
