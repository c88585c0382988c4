import { FEE_PERCENT } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { Rational } from './rational.ts';

/** A bet in exact integers: cents at stake, and the micros its side cost (`c6`) and paid (`w6`, scoring.md S5.1). */
export type ExactBet = { readonly stake: bigint; readonly sidePrice: bigint; readonly sideValue: bigint };

/** One dollar of a contract, in micros. */
export const UNIT = BigInt(MICROS_PER_UNIT);

const PERCENT = BigInt(FEE_PERCENT);

/** What the fee takes and what it leaves, as shares of what it is charged on. */
export const FEE_SHARE = FEE_PERCENT / 100;
export const KEPT_AFTER_FEE = (100 - FEE_PERCENT) / 100;

/**
 * The exact fee in cents (scoring.md S5.1, `F`).
 * `gross-7`: 0.07 · S · w / c. `kalshi-quadratic`: 0.07 · S · (1 − c), whatever the side paid.
 */
export function computeExactFee(feeRule: FeeRule, { stake, sidePrice, sideValue }: ExactBet): Rational {
  switch (feeRule) {
    case 'gross-7':
      return { numerator: PERCENT * stake * sideValue, denominator: 100n * sidePrice };
    case 'kalshi-quadratic':
      return { numerator: PERCENT * stake * (UNIT - sidePrice), denominator: 100n * UNIT };
    default:
      return assertNever(feeRule);
  }
}
