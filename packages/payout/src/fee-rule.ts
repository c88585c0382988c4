import { FEE_PERCENT } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { FEE_SHARE, KEPT_AFTER_FEE } from './fee.ts';

/** The rule in one sentence, as an agent reads it before it decides. */
export function describeFeeRule(feeRule: FeeRule): string {
  switch (feeRule) {
    case 'gross-7':
      return (
        `A winning bet pays a fee of ${FEE_PERCENT}% of its gross payout (stake divided by the price of your side) and a ` +
        `losing bet pays none, so your side has to be more likely than its price divided by ${KEPT_AFTER_FEE} to be worth a bet.`
      );
    case 'kalshi-quadratic':
      return (
        `Every bet pays a fee of ${FEE_PERCENT}% of its stake times one minus the price of your side, on top of the stake, ` +
        `win or lose, so your side has to be more likely than price + ${FEE_SHARE} × price × (1 − price) to be worth a bet.`
      );
    default:
      return assertNever(feeRule);
  }
}
