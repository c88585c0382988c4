import { FilterReason, type Candidate, type CandidateList } from '@coliseum/domain/candidate-list';
import type { CandidateListInput, CandidateListView, CandidateView } from '../views/candidate-view.ts';
import type { DayView } from '../views/day-view.ts';
import { formatInstant } from './format-instant.ts';
import { compareText } from './settlement-timeline.ts';

/** Eligible markets shown with their day; the list of candidates has the others. */
const MOST_ELIGIBLE = 100;

/** What the card of a day was selected from, in short. */
export function buildSelection(list: CandidateList): NonNullable<DayView['selection']> {
  const byReason = Map.groupBy(list.candidates, ({ filterReason }) => filterReason);
  const eligible = list.candidates
    .filter(({ status }) => status !== 'filtered')
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compareText(a.ticker, b.ticker));
  return {
    listed_at: formatInstant(list.listedAt),
    listed: list.candidates.length,
    filtered: FilterReason.options.flatMap((reason) => {
      const markets = byReason.get(reason)?.length ?? 0;
      return markets === 0 ? [] : [{ reason, markets }];
    }),
    eligible: eligible.slice(0, MOST_ELIGIBLE).map((candidate) => buildCandidate(candidate, list.drawn)),
    control: [...list.drawn],
  };
}

/** A page of the candidates of a day, by ticker. */
export function buildCandidateList(list: CandidateList, input: CandidateListInput): CandidateListView {
  const { limit, offset, cursor, status } = input;
  const matching = list.candidates
    .filter((candidate) => status === undefined || candidate.status === status)
    .toSorted((a, b) => compareText(a.ticker, b.ticker));
  const found = cursor === undefined ? offset : matching.findIndex(({ ticker }) => ticker > cursor);
  const start = found === -1 ? matching.length : found;
  const page = matching.slice(start, start + limit);
  return {
    date: list.date,
    listed_at: formatInstant(list.listedAt),
    total: matching.length,
    limit,
    offset: start,
    next_cursor: start + limit < matching.length ? (page.at(-1)?.ticker ?? null) : null,
    candidates: page.map((candidate) => buildCandidate(candidate, list.drawn)),
  };
}

function buildCandidate(candidate: Candidate, drawn: readonly string[]): CandidateView {
  return {
    ticker: candidate.ticker,
    event_ticker: candidate.eventTicker,
    question: candidate.question,
    kalshi_category: candidate.category,
    status: candidate.status,
    filter_reason: candidate.filterReason,
    rank: candidate.rank,
    is_control: drawn.includes(candidate.ticker),
    price: candidate.price,
    price_basis: candidate.priceBasis,
    bid: candidate.bid,
    ask: candidate.ask,
    last: candidate.last,
    volume_24h: toContracts(candidate.volume24hHundredths),
    open_interest: toContracts(candidate.openInterestHundredths),
    close_time: formatInstant(candidate.closeTime),
  };
}

function toContracts(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100;
}
