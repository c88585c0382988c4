import type { KalshiCandidate } from '@coliseum/kalshi/market';
import { lockPrice, type LockedPrice } from './lock-price.ts';

/** How many markets the selector is shown. */
export const CANDIDATES_SHOWN = 20;

export type RankedCandidate = KalshiCandidate & { readonly price: LockedPrice };

export type FilterReason = 'no_quote' | 'price_at_bound' | 'crossed_quote' | 'played_before';

export type RankedCandidates = {
  readonly candidates: readonly RankedCandidate[];
  readonly filtered: readonly { readonly ticker: string; readonly reason: FilterReason }[];
};

/**
 * The markets that can be played, most liquid first (contracts traded in 24 h, then open interest, then ticker), at most
 * {@link CANDIDATES_SHOWN}. Each event's most liquid market comes before any second one, so that five markets of one
 * event are shown only when there is nothing else.
 */
export function rankCandidates(
  found: readonly KalshiCandidate[],
  playedTickers: ReadonlySet<string>,
): RankedCandidates {
  const filtered: { ticker: string; reason: FilterReason }[] = [];
  const playable: RankedCandidate[] = [];
  for (const candidate of found) {
    const price = lockPrice(candidate.market);
    if (playedTickers.has(candidate.market.ticker)) {
      filtered.push({ ticker: candidate.market.ticker, reason: 'played_before' });
    } else if (!price.ok) filtered.push({ ticker: candidate.market.ticker, reason: price.error });
    else playable.push({ ...candidate, price: price.value });
  }
  const byLiquidity = playable.toSorted(compareLiquidity);
  return { candidates: firstOfEachEventFirst(byLiquidity).slice(0, CANDIDATES_SHOWN), filtered };
}

function compareLiquidity(a: RankedCandidate, b: RankedCandidate): number {
  return (
    b.market.volume24hHundredths - a.market.volume24hHundredths ||
    b.market.openInterestHundredths - a.market.openInterestHundredths ||
    (a.market.ticker < b.market.ticker ? -1 : 1)
  );
}

function firstOfEachEventFirst(sorted: readonly RankedCandidate[]): RankedCandidate[] {
  const seenEvents = new Set<string>();
  const first: RankedCandidate[] = [];
  const siblings: RankedCandidate[] = [];
  for (const candidate of sorted) {
    (seenEvents.has(candidate.event.ticker) ? siblings : first).push(candidate);
    seenEvents.add(candidate.event.ticker);
  }
  return [...first, ...siblings];
}
