import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { Settlement } from '@coliseum/payout/settle-bet';

/** What the exchange's word pays, or null while it has none: a market that cannot be resolved refunds its bets. */
export function toSettlement(outcome: MarketOutcome | null): Settlement | null {
  if (outcome === null || outcome.state === 'pending') return null;
  return outcome.state === 'final' ? { kind: 'value', valueMicros: outcome.settlementValueMicros } : { kind: 'void' };
}
