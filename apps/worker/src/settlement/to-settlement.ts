import { assertNever } from '@coliseum/domain/assert';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { Settlement } from '@coliseum/payout/settle-bet';

/**
 * Converts the exchange's result to a settlement; null while nothing can be paid by it. A market without a value refunds
 * its bets once the time in which the exchange may still send one is over. Contradicting words never move money.
 */
export function toSettlement(outcome: MarketOutcome | null, now: Date): Settlement | null {
  if (outcome === null) return null;
  switch (outcome.state) {
    case 'pending':
    case 'contradictory':
      return null;
    case 'final':
      return { kind: 'value', valueMicros: outcome.settlementValueMicros };
    case 'unresolvable':
      return now < outcome.awaitedUntil ? null : { kind: 'void' };
    default:
      return assertNever(outcome);
  }
}
