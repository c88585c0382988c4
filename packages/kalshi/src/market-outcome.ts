import { RECHECKED_FOR_DAYS, VALUE_AWAITED_AT_LEAST_HOURS } from '@coliseum/domain/arena-rules';
import { DAY_MS, HOUR_MS } from '@coliseum/domain/durations';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import type { MarketStatus } from './market-status.ts';
import type { KalshiMarket } from './market.ts';

export type MarketOutcome =
  /** `expectedAt` is when the exchange expects the result, as it says now. */
  | { readonly state: 'pending'; readonly status: MarketStatus; readonly expectedAt: Date | null }
  /** Paid out: a YES contract got `settlementValueMicros`, a NO contract the rest of the dollar. */
  | { readonly state: 'final'; readonly settlementValueMicros: number; readonly settledAt: Date }
  /** Finalized, but result and value do not say the same: nobody knows what a contract paid. */
  | { readonly state: 'contradictory'; readonly reason: string }
  /** Finalized, but nothing says what a contract paid. If `awaitedUntil` passes without a value, bets on it are void. */
  | { readonly state: 'unresolvable'; readonly reason: string; readonly awaitedUntil: Date };

/**
 * The outcome by the exchange's result alone: only `finalized` counts, since a determined result may still be disputed,
 * and prices never do. Result and value have to agree where both are there: `yes` is 1, `no` is 0, and `scalar` what the
 * value says, as a tie pays a fraction.
 */
export function toMarketOutcome(market: KalshiMarket): MarketOutcome {
  if (market.status !== 'finalized') {
    return { state: 'pending', status: market.status, expectedAt: market.expectedExpirationTime };
  }
  const paidByResult = toMicrosOfResult(market);
  const { settlementValueMicros: paidByValue } = market;
  if (paidByValue !== null && !areInAgreement(market, paidByResult, paidByValue)) {
    return { state: 'contradictory', reason: describeContradiction(market, paidByValue) };
  }
  const settlementValueMicros = paidByValue ?? paidByResult;
  if (settlementValueMicros === null) {
    const reason = `Finalized with ${describeResult(market)} and without a settlement value.`;
    return { state: 'unresolvable', reason, awaitedUntil: findEndOfWait(market) };
  }
  // Archived rows may lack the settlement time. The close is then the nearest time that is known.
  return { state: 'final', settlementValueMicros, settledAt: market.settledAt ?? market.closeTime };
}

function toMicrosOfResult({ result }: KalshiMarket): number | null {
  if (result === 'yes') return MICROS_PER_UNIT;
  return result === 'no' ? 0 : null;
}

/**
 * A result that is missing or not known here agrees with no value: what it would say may be the opposite, and a value of
 * 0 may be one that was not filled in. So may that of a yes-or-no market with the result `scalar`: had it been won or lost,
 * the result would say so.
 */
function areInAgreement({ result, marketType }: KalshiMarket, byResult: number | null, byValue: number): boolean {
  if (result === 'scalar') return marketType === 'scalar' || (byValue > 0 && byValue < MICROS_PER_UNIT);
  return byResult === byValue;
}

function describeContradiction(market: KalshiMarket, valueMicros: number): string {
  return `Finalized with ${describeResult(market)} and a settlement value of ${valueMicros / MICROS_PER_UNIT}.`;
}

function describeResult({ result }: KalshiMarket): string {
  if (result === '') return 'no result';
  return result === 'unknown' ? 'a result that is not known here' : `the result "${result}"`;
}

/**
 * Until the exchange's own limit for the market it may still send the value, within bounds that hold whatever the limit
 * says: a day at least after the settlement, and no longer than a result is rechecked.
 */
function findEndOfWait({ settledAt, closeTime, latestExpirationTime }: KalshiMarket): Date {
  const finalizedMs = (settledAt ?? closeTime).getTime();
  const earliestMs = finalizedMs + VALUE_AWAITED_AT_LEAST_HOURS * HOUR_MS;
  const latestMs = finalizedMs + RECHECKED_FOR_DAYS * DAY_MS;
  return new Date(Math.min(latestMs, Math.max(earliestMs, latestExpirationTime?.getTime() ?? latestMs)));
}
