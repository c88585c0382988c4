import { computeSidePriceMicros, MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { BetTerms } from './bet-terms.ts';
import { computeExactFee } from './fee.ts';
import type { Rational } from './rational.ts';
import { computeReserveCents } from './reserve.ts';
import { settleBet, type SettledBet } from './settle-bet.ts';

/** The steps from a stake to its profit or loss, as decimals to check by hand. Dollars, except where it says cents. */
export type SettlementSteps = SettledBet & {
  readonly reserveCents: number;
  /** `c`: what one contract of the side cost. */
  readonly sidePrice: string;
  /** `w`: what one contract of the side paid. */
  readonly sideValue: string;
  /** `C = S / c`. */
  readonly contracts: string;
  /** `S · w / c`. */
  readonly grossPayout: string;
  /** `F`, before it is rounded. */
  readonly fee: string;
};

/** Settles a bet on a market that ended at a value, and says how (scoring.md S5.1). Throws InvariantError as {@link settleBet}. */
export function explainSettlement(terms: BetTerms, valueMicros: number): SettlementSteps {
  const settled = settleBet({ ...terms, settlement: { kind: 'value', valueMicros } });
  const stake = BigInt(terms.stakeCents);
  const sidePrice = BigInt(computeSidePriceMicros(terms.side, terms.lockedPriceMicros));
  const sideValue = BigInt(terms.side === 'YES' ? valueMicros : MICROS_PER_UNIT - valueMicros);
  const unit = BigInt(MICROS_PER_UNIT);
  const fee = computeExactFee(terms.feeRule, { stake, sidePrice, sideValue });
  return {
    ...settled,
    reserveCents: computeReserveCents(terms),
    sidePrice: formatRational({ numerator: sidePrice, denominator: unit }),
    sideValue: formatRational({ numerator: sideValue, denominator: unit }),
    contracts: formatRational({ numerator: stake * unit, denominator: 100n * sidePrice }),
    grossPayout: formatRational({ numerator: stake * sideValue, denominator: 100n * sidePrice }),
    fee: formatRational({ numerator: fee.numerator, denominator: 100n * fee.denominator }),
  };
}

/** Six decimals, cut: for eyes, not for further arithmetic. The denominator is positive and the fraction not negative. */
function formatRational({ numerator, denominator }: Rational): string {
  const millionths = (numerator * 1_000_000n) / denominator;
  const text = String(millionths).padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`;
}
