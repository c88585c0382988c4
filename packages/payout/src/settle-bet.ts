import { invariant } from '@coliseum/domain/assert';
import type { BetResult } from '@coliseum/domain/bet';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { requireSidePriceMicros, requireStakeCents, type BetTerms } from './bet-terms.ts';
import { computeExactFee, UNIT, type ExactBet } from './fee.ts';
import { roundHalfAwayFromZero, type Rational } from './rational.ts';

/** How the market ended: what one YES contract paid in micros (0 to 1,000,000), or nothing that can be paid. */
export type Settlement = { readonly kind: 'value'; readonly valueMicros: number } | { readonly kind: 'void' };

export type SettledBet = {
  /** Net profit or loss: payout less stake less fee, rounded once. */
  readonly pnlCents: number;
  /** The fee inside it, rounded by itself. */
  readonly feeCents: number;
  /** By value against price, so a `WIN` above 93 cents under `gross-7` can still lose money. */
  readonly result: BetResult;
};

/**
 * Settles one bet to the cent (scoring.md S5.1): exact rational arithmetic, one rounding of the net at the very end,
 * halves away from zero. A fractional settlement pays both sides their share; VOID refunds everything.
 *
 * @throws InvariantError when stake, price or settlement value is out of range.
 */
export function settleBet(terms: BetTerms & { readonly settlement: Settlement }): SettledBet {
  const stake = BigInt(requireStakeCents(terms));
  const sidePrice = BigInt(requireSidePriceMicros(terms));
  if (terms.settlement.kind === 'void') return { pnlCents: 0, feeCents: 0, result: 'VOID' };
  const bet = { stake, sidePrice, sideValue: computeSideValue(terms.side, terms.settlement.valueMicros) };
  const fee = computeExactFee(terms.feeRule, bet);
  return {
    pnlCents: roundHalfAwayFromZero(computeExactNet(bet, fee)),
    feeCents: roundHalfAwayFromZero(fee),
    result: toBetResult(bet),
  };
}

function computeSideValue(side: BetTerms['side'], valueMicros: number): bigint {
  const isValue = Number.isSafeInteger(valueMicros) && valueMicros >= 0 && valueMicros <= MICROS_PER_UNIT;
  invariant(isValue, `A settlement value is whole micros from 0 to ${MICROS_PER_UNIT}, not ${valueMicros}`);
  return side === 'YES' ? BigInt(valueMicros) : UNIT - BigInt(valueMicros);
}

/** S · w / c − S − F as one fraction. */
function computeExactNet({ stake, sidePrice, sideValue }: ExactBet, fee: Rational): Rational {
  const beforeFee = stake * (sideValue - sidePrice) * fee.denominator;
  return { numerator: beforeFee - fee.numerator * sidePrice, denominator: sidePrice * fee.denominator };
}

function toBetResult({ sidePrice, sideValue }: ExactBet): BetResult {
  if (sideValue === sidePrice) return 'EVEN';
  return sideValue > sidePrice ? 'WIN' : 'LOSS';
}
