import {
  CLOSES_AFTER_MINUTES,
  HIGHEST_PRICE_MICROS,
  LEAST_VOLUME_24H_HUNDREDTHS,
  LOWEST_PRICE_MICROS,
  MATCHES_PER_DAY,
} from '@coliseum/domain/arena-rules';
import type { FilterReason } from '@coliseum/domain/candidate-list';
import { MINUTE_MS } from '@coliseum/domain/durations';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { KalshiCandidate } from '@coliseum/kalshi/market';
import { lockPrice, type LockedPrice } from './lock-price.ts';

/** A playable market with the price it would be locked at. */
export type RankedCandidate = KalshiCandidate & { readonly price: LockedPrice };

export type FilteredCandidate = { readonly candidate: KalshiCandidate; readonly reason: FilterReason };

export type FilteredCandidates = {
  /** Most liquid first: contracts traded in 24 h, then open interest, then ticker. */
  readonly eligible: readonly RankedCandidate[];
  readonly filtered: readonly FilteredCandidate[];
};

type FilterContext = { readonly playedTickers: ReadonlySet<string>; readonly lockedAt: Date };

/**
 * Splits markets into eligible and filtered ones, each with the first reason that applies. Only the most liquid market
 * of a Kalshi event is eligible, because five matches on one event would be the same match five times. When that leaves
 * too few for a day, the most liquid of the others are eligible again, as such a day is better than none.
 */
export function filterCandidates(context: FilterContext, candidates: readonly KalshiCandidate[]): FilteredCandidates {
  const filtered: FilteredCandidate[] = [];
  const playable: RankedCandidate[] = [];
  for (const candidate of candidates) {
    const checked = checkCandidate(context, candidate);
    if (checked.ok) playable.push({ ...candidate, price: checked.value });
    else filtered.push({ candidate, reason: checked.error });
  }
  const { first, siblings } = splitByEvent(playable.toSorted(compareLiquidity));
  const missing = Math.max(0, MATCHES_PER_DAY - first.length);
  const eligible = [...first, ...siblings.slice(0, missing)].toSorted(compareLiquidity);
  const duplicates = siblings.slice(missing).map((candidate) => ({ candidate, reason: 'duplicate_event' as const }));
  return { eligible, filtered: [...filtered, ...duplicates] };
}

/** Splits markets into the first one of each event and the others, keeping their order. */
function splitByEvent(sorted: readonly RankedCandidate[]): {
  readonly first: readonly RankedCandidate[];
  readonly siblings: readonly RankedCandidate[];
} {
  const events = new Set<string>();
  const first: RankedCandidate[] = [];
  const siblings: RankedCandidate[] = [];
  for (const candidate of sorted) {
    (events.has(candidate.event.ticker) ? siblings : first).push(candidate);
    events.add(candidate.event.ticker);
  }
  return { first, siblings };
}

function checkCandidate(
  { playedTickers, lockedAt }: FilterContext,
  candidate: KalshiCandidate,
): Result<LockedPrice, FilterReason> {
  const { market, decisiveCloseTime } = candidate;
  if (playedTickers.has(market.ticker)) return failure('played_before');
  if (decisiveCloseTime.getTime() - lockedAt.getTime() < CLOSES_AFTER_MINUTES * MINUTE_MS) {
    return failure('closes_too_soon');
  }
  const price = lockPrice(market);
  if (!price.ok) return price;
  const { micros } = price.value;
  if (micros < LOWEST_PRICE_MICROS || micros > HIGHEST_PRICE_MICROS) return failure('price_near_bound');
  const volumeHundredths = market.volume24hHundredths;
  const isStale = volumeHundredths !== null && volumeHundredths < LEAST_VOLUME_24H_HUNDREDTHS;
  return isStale ? failure('stale') : success(price.value);
}

function compareLiquidity(a: RankedCandidate, b: RankedCandidate): number {
  return (
    compareCounts(a.market.volume24hHundredths, b.market.volume24hHundredths) ||
    compareCounts(a.market.openInterestHundredths, b.market.openInterestHundredths) ||
    (a.market.ticker < b.market.ticker ? -1 : 1)
  );
}

/** The larger first, and what is not known last: an unread count may cost a market its place, not the day. */
function compareCounts(a: number | null, b: number | null): number {
  return (b ?? -1) - (a ?? -1);
}
