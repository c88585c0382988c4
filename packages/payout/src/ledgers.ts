import { assertNever } from '@coliseum/domain/assert';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { requireSidePriceMicros, requireStakeCents, type ForecastBet } from './bet-terms.ts';
import { FEE_SHARE, KEPT_AFTER_FEE } from './fee.ts';
import { computeSideChance } from './side-chance.ts';

/** A settled bet's P&L in three parts, in cents, not rounded: `toll + promise + surprise = pnl` (scoring.md S5.3). */
export type Ledgers = {
  /** What playing costs if the market is right: the expected fee, zero or less. */
  readonly tollCents: number;
  /** What the agent's own forecast said the bet was worth. */
  readonly promiseCents: number;
  /** What came in beyond the promise. */
  readonly surpriseCents: number;
};

/**
 * Splits the P&L of a bet that settled at a value; a VOID bet has no ledgers.
 *
 * @throws InvariantError when stake or price is out of range.
 */
export function splitIntoLedgers(bet: ForecastBet & { readonly pnlCents: number }): Ledgers {
  const stakeCents = requireStakeCents(bet);
  const price = requireSidePriceMicros(bet) / MICROS_PER_UNIT;
  const edgeCents = (stakeCents * (computeSideChance(bet) - price)) / price;
  switch (bet.feeRule) {
    case 'gross-7':
      return completeLedgers(bet.pnlCents, -FEE_SHARE * stakeCents, KEPT_AFTER_FEE * edgeCents);
    case 'kalshi-quadratic':
      return completeLedgers(bet.pnlCents, -FEE_SHARE * stakeCents * (1 - price), edgeCents);
    default:
      return assertNever(bet.feeRule);
  }
}

function completeLedgers(pnlCents: number, tollCents: number, promiseCents: number): Ledgers {
  return { tollCents, promiseCents, surpriseCents: pnlCents - tollCents - promiseCents };
}
