import { assertNever } from '@coliseum/domain/assert';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { MarketStatus } from './market-status.ts';
import type { KalshiMarket } from './market.ts';

export type MarketOutcome =
  | { readonly state: 'pending'; readonly status: MarketStatus }
  /** Paid out: a YES contract got `settlementValueMicros`, a NO contract the rest of the dollar. */
  | { readonly state: 'final'; readonly settlementValueMicros: number; readonly settledAt: Date }
  /** Finalized, but nothing says what a contract paid: bets on it are void. */
  | { readonly state: 'unresolvable'; readonly reason: string; readonly settledAt: Date | null };

/**
 * The outcome by the exchange's result alone: only `finalized` counts, since a determined result may still be disputed,
 * and prices never do. The settlement value takes precedence over the result, as a tie pays a fraction.
 */
export function toMarketOutcome(market: KalshiMarket): MarketOutcome {
  if (market.status !== 'finalized') return { state: 'pending', status: market.status };
  // Archived rows may lack the settlement time. The close is then the nearest time that is known.
  const settledAt = market.settledAt ?? market.closeTime;
  if (market.settlementValueMicros !== null) {
    return { state: 'final', settlementValueMicros: market.settlementValueMicros, settledAt };
  }
  switch (market.result) {
    case 'yes':
      return { state: 'final', settlementValueMicros: MICROS_PER_UNIT, settledAt };
    case 'no':
      return { state: 'final', settlementValueMicros: 0, settledAt };
    case 'scalar':
      return {
        state: 'unresolvable',
        reason: 'Settled as scalar without a settlement value.',
        settledAt: market.settledAt,
      };
    case '':
      return { state: 'unresolvable', reason: 'Finalized without a result.', settledAt: market.settledAt };
    case 'unknown':
      return {
        state: 'unresolvable',
        reason: 'Finalized with a result that is not known here.',
        settledAt: market.settledAt,
      };
    default:
      return assertNever(market.result);
  }
}
