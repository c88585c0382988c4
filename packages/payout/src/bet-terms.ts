import { invariant } from '@coliseum/domain/assert';
import type { Side } from '@coliseum/domain/bet';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { MICROS_PER_UNIT, computeSidePriceMicros } from '@coliseum/domain/price';

/** What was agreed when a bet was locked. */
export type BetTerms = {
  /** A whole positive number of cents. */
  readonly stakeCents: number;
  readonly side: Side;
  /** The locked YES price in micros, strictly between 0 and 1,000,000. NO costs one dollar less that. */
  readonly lockedPriceMicros: number;
  readonly feeRule: FeeRule;
};

/** The terms with the agent's own forecast, for figures that compare the two. */
export type ForecastBet = BetTerms & {
  /** The agent's chance of YES in micros, 0 to 1,000,000. */
  readonly probabilityMicros: number;
};

/**
 * The price of the bet's side in micros, `c6` of scoring.md S5.1.
 *
 * @throws InvariantError when the locked price is not strictly between 0 and 1: such a bet must never have been locked.
 */
export function requireSidePriceMicros({ side, lockedPriceMicros }: Omit<BetTerms, 'stakeCents' | 'feeRule'>): number {
  const isBettable = lockedPriceMicros > 0 && lockedPriceMicros < MICROS_PER_UNIT;
  invariant(
    Number.isSafeInteger(lockedPriceMicros) && isBettable,
    `A locked price is whole micros strictly between 0 and ${MICROS_PER_UNIT}, not ${lockedPriceMicros}`,
  );
  return computeSidePriceMicros(side, lockedPriceMicros);
}

/**
 * The stake in cents, `S` of scoring.md S5.1.
 *
 * @throws InvariantError when it is not a whole positive number.
 */
export function requireStakeCents({ stakeCents }: Pick<BetTerms, 'stakeCents'>): number {
  invariant(Number.isSafeInteger(stakeCents) && stakeCents > 0, `A stake is whole positive cents, not ${stakeCents}`);
  return stakeCents;
}
