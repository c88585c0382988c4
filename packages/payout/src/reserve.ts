import { requireSidePriceMicros, requireStakeCents, type BetTerms } from './bet-terms.ts';
import { computeExactFee } from './fee.ts';
import { ceilNonNegative } from './rational.ts';

/**
 * Cents to reserve when a bet is committed: all it can lose (scoring.md S5.1). The stake under `gross-7`, which charges
 * nothing on a loss; the stake and the fee, rounded up, under `kalshi-quadratic`, which charges at the trade.
 *
 * @throws InvariantError when stake or price is out of range.
 */
export function computeReserveCents(terms: BetTerms): number {
  const stakeCents = requireStakeCents(terms);
  const lost = { stake: BigInt(stakeCents), sidePrice: BigInt(requireSidePriceMicros(terms)), sideValue: 0n };
  return stakeCents + ceilNonNegative(computeExactFee(terms.feeRule, lost));
}
