import type { CandidateList } from '@coliseum/domain/candidate-list';
import { formatMicros } from '@coliseum/domain/price';
import { failure, success } from '@coliseum/domain/result';
import type { UnreadableMarket } from '@coliseum/kalshi/list-candidates';
import type { KalshiCandidate } from '@coliseum/kalshi/market';
import { decimalOrNull } from '../decimal-or-null.ts';
import type { StageContext } from '../stage-context.ts';
import type { Skip, Stage } from '../stage.ts';
import type { DayStart, IngestionOutput, SelectedMarket } from '../state.ts';
import { CANDIDATES_SHOWN, toCandidateList } from './candidate-list.ts';
import { countCandidates } from './count-candidates.ts';
import { filterCandidates, type FilteredCandidates } from './filter-candidates.ts';
import { MATCHES_PER_DAY } from './matches-per-day.ts';
import { selectMarkets, type Pick } from './select-markets.ts';

const DAY_MS = 86_400_000;

/** Stage 1: finds the markets that close within 24 hours, has five picked, and locks their YES price. */
export const ingestionStage: Stage<DayStart, IngestionOutput> = {
  name: 'ingestion',
  execute: async ({ date }, context) => {
    const lockedAt = context.clock.now();
    const { found, unreadable } = await listMarkets(lockedAt, context);
    const playedTickers = await context.database.events.findUsedTickers(found.map(({ market }) => market.ticker));
    const parted = filterCandidates(found, { playedTickers, lockedAt });
    const listed = { id: context.database.newId(), date, listedAt: lockedAt };
    const listWith = (picks: readonly Pick[]): CandidateList => toCandidateList(listed, parted, tickersOf(picks));
    if (parted.eligible.length < MATCHES_PER_DAY) {
      return { ...failure(tooFew(parted)), candidates: listWith([]) };
    }
    const offered = parted.eligible.slice(0, CANDIDATES_SHOWN);
    const selection = await selectMarkets({ paid: context.paid, model: context.settings.selectorModel }, offered);
    if (!selection.ok) {
      return {
        ...failure({ reason: 'selection_invalid', detail: selection.error } as const),
        candidates: listWith([]),
      };
    }
    const { picks, costMicroDollars } = selection.value;
    const markets = picks.map((pick, index) => lockMarket(pick, index + 1, context));
    const counts = { ...countCandidates(parted), unreadable: unreadable.length, selected: markets.length };
    const report = { output: { lockedAt, markets }, counts, costMicroDollars, warnings: warnOf(unreadable) };
    return { ...success(report), candidates: listWith(picks) };
  },
};

type Listed = { readonly found: readonly KalshiCandidate[]; readonly unreadable: readonly UnreadableMarket[] };

async function listMarkets(lockedAt: Date, { kalshi }: StageContext): Promise<Listed> {
  const unreadable: UnreadableMarket[] = [];
  const found = await kalshi.listCandidates({
    closesAfter: lockedAt,
    closesBefore: new Date(lockedAt.getTime() + DAY_MS),
    onUnreadable: (market) => void unreadable.push(market),
  });
  return { found, unreadable };
}

function warnOf(unreadable: readonly UnreadableMarket[]): string[] {
  const [first] = unreadable;
  if (first === undefined) return [];
  const { eventTicker, field } = first;
  return [
    `Kalshi listed ${unreadable.length} markets that cannot be read; the first is of ${eventTicker}, by its ${field}.`,
  ];
}

function tickersOf(picks: readonly Pick[]): ReadonlySet<string> {
  return new Set(picks.map(({ candidate }) => candidate.market.ticker));
}

function tooFew({ eligible, filtered }: FilteredCandidates): Skip {
  return {
    reason: 'fewer_than_five_markets',
    detail: `${eligible.length} of ${eligible.length + filtered.length} markets that close in the next 24 hours can be played; a day takes ${MATCHES_PER_DAY}.`,
  };
}

function lockMarket({ candidate, category, reason }: Pick, matchNumber: number, context: StageContext): SelectedMarket {
  const { market, event, price } = candidate;
  return {
    eventId: context.database.newId(),
    matchNumber,
    ticker: market.ticker,
    eventTicker: market.eventTicker,
    title: event.title === '' ? market.title : event.title,
    question: candidate.question,
    resolutionCriteria: [market.rulesPrimary, market.rulesSecondary].filter((text) => text !== '').join('\n\n'),
    category,
    kalshiCategory: event.category,
    selectionReason: reason,
    lockedPrice: formatMicros(price.micros),
    lockedPriceBasis: price.basis,
    lockedBid: decimalOrNull(market.yesBidMicros),
    lockedAsk: decimalOrNull(market.yesAskMicros),
    lockedLast: decimalOrNull(market.lastPriceMicros),
    closeTime: candidate.decisiveCloseTime,
  };
}
