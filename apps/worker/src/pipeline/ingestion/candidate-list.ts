import { CANDIDATES_SHOWN } from '@coliseum/domain/arena-rules';
import type { Candidate, CandidateList, CandidateStatus } from '@coliseum/domain/candidate-list';
import { formatMicros } from '@coliseum/domain/price';
import type { KalshiCandidate } from '@coliseum/kalshi/market';
import { sampleRandomControl } from '@coliseum/scoring/random-control';
import { toDecimalOrNull } from '../to-decimal-or-null.ts';
import type { FilteredCandidates } from './filter-candidates.ts';
import { lockPrice } from './lock-price.ts';

/**
 * A document is limited to 16 MB: some 15,000 ordinary markets are half of it. Filtered markets beyond either number are
 * left out, but they are in the run's counts.
 */
const MAXIMUM_LISTED = 15_000;
const MAXIMUM_BYTES = 10_000_000;

type CandidateListHeader = Pick<CandidateList, 'id' | 'date' | 'listedAt'>;

/** Lists all markets found with their status and filter reason, and the control. */
export function toCandidateList(
  header: CandidateListHeader,
  { eligible, filtered }: FilteredCandidates,
  selectedTickers: ReadonlySet<string>,
): CandidateList {
  const candidates = [
    ...eligible.map((candidate, index) => ({
      ...describe(candidate),
      status: toCandidateStatus(candidate, index, selectedTickers),
      filterReason: null,
      rank: index + 1,
    })),
    ...filtered.map(({ candidate, reason }) => ({
      ...describe(candidate),
      status: 'filtered' as const,
      filterReason: reason,
      rank: null,
    })),
  ];
  const tickers = eligible.map(({ market }) => market.ticker);
  return {
    ...header,
    candidates: takeListed(candidates).toSorted((a, b) => (a.ticker < b.ticker ? -1 : 1)),
    drawn: [...sampleRandomControl(header.date, tickers)],
  };
}

/** The first candidates that fit. As JSON they are about as large as in the database. */
function takeListed(candidates: readonly Candidate[]): Candidate[] {
  let bytes = 0;
  const end = candidates.findIndex((candidate, index) => {
    bytes += Buffer.byteLength(JSON.stringify(candidate));
    return bytes > MAXIMUM_BYTES || index === MAXIMUM_LISTED;
  });
  return candidates.slice(0, end === -1 ? undefined : end);
}

function toCandidateStatus({ market }: KalshiCandidate, index: number, selected: ReadonlySet<string>): CandidateStatus {
  if (selected.has(market.ticker)) return 'selected';
  return index < CANDIDATES_SHOWN ? 'offered' : 'eligible';
}

function describe({
  market,
  event,
  question,
  decisiveCloseTime,
}: KalshiCandidate): Omit<Candidate, 'status' | 'filterReason' | 'rank'> {
  const price = lockPrice(market);
  return {
    ticker: market.ticker,
    eventTicker: market.eventTicker,
    question,
    category: event.category,
    price: price.ok ? formatMicros(price.value.micros) : null,
    priceBasis: price.ok ? price.value.basis : null,
    bid: toDecimalOrNull(market.yesBidMicros),
    ask: toDecimalOrNull(market.yesAskMicros),
    last: toDecimalOrNull(market.lastPriceMicros),
    volume24hHundredths: market.volume24hHundredths,
    openInterestHundredths: market.openInterestHundredths,
    closeTime: decisiveCloseTime,
    settlement: null,
  };
}
