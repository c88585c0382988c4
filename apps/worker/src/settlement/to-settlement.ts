import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { Settlement } from '@coliseum/payout/settle-bet';

/**
 * Converts the exchange's result to a settlement; null while it is not final. An unresolvable market refunds its bets.
 */
export function toSettlement(outcome: MarketOutcome | null): Settlement | null {
  if (outcome === null || outcome.state === 'pending') return null;
  return outcome.state === 'final' ? { kind: 'value', valueMicros: outcome.settlementValueMicros } : { kind: 'void' };
}
