import { checkedSidePriceMicros, checkedStakeCents, type BetTerms } from './bet-terms.ts';
import { exactFee } from './fee.ts';
import { ceilNonNegative } from './rational.ts';

/**
 * Cents to reserve when a bet is committed: all it can lose (scoring.md S5.1). The stake under `gross-7`, which charges
 * nothing on a loss; the stake and the fee, rounded up, under `kalshi-quadratic`, which charges at the trade.
 *
 * @throws InvariantError when stake or price is out of range.
 */
export function reserveCents(terms: BetTerms): number {
  const stakeCents = checkedStakeCents(terms);
  const lost = { stake: BigInt(stakeCents), sidePrice: BigInt(checkedSidePriceMicros(terms)), sideValue: 0n };
  return stakeCents + ceilNonNegative(exactFee(terms.feeRule, lost));
}
