import { formatMicros } from '@coliseum/domain/price';
import { failure, success } from '@coliseum/domain/result';
import { decimalOrNull } from '../decimal-or-null.ts';
import type { StageContext } from '../stage-context.ts';
import type { Skip, Stage } from '../stage.ts';
import type { DayStart, IngestionOutput, SelectedMarket } from '../state.ts';
import { rankCandidates } from './rank-candidates.ts';
import { selectMarkets, type Pick } from './select-markets.ts';
import { MATCHES_PER_DAY } from './selection-prompt.ts';

const DAY_MS = 86_400_000;

/** Stage 1: finds the markets that close within 24 hours, has five picked, and locks their YES price. */
export const ingestionStage: Stage<DayStart, IngestionOutput> = {
  name: 'ingestion',
  execute: async (_start, context) => {
    const lockedAt = context.clock.now();
    const found = await context.kalshi.listCandidates({
      closesAfter: lockedAt,
      closesBefore: new Date(lockedAt.getTime() + DAY_MS),
    });
    const played = await context.database.events.findUsedTickers(found.map(({ market }) => market.ticker));
    const { candidates, filtered } = rankCandidates(found, played);
    if (candidates.length < MATCHES_PER_DAY) return failure(tooFew(candidates.length));
    const selection = await selectMarkets({ paid: context.paid, model: context.settings.selectorModel }, candidates);
    if (!selection.ok) return failure({ reason: 'selection_invalid', detail: selection.error });
    const markets = selection.value.picks.map((pick, index) => lockMarket(pick, index + 1, context));
    return success({
      output: { lockedAt, markets },
      counts: {
        found: found.length,
        filtered: filtered.length,
        candidates: candidates.length,
        selected: markets.length,
      },
      costMicroDollars: selection.value.costMicroDollars,
      warnings: [],
    });
  },
};

function tooFew(count: number): Skip {
  return {
    reason: 'fewer_than_five_markets',
    detail: `${count} playable markets close in the next 24 hours; a day takes ${MATCHES_PER_DAY}.`,
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
