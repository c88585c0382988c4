import { formatMicros } from '@coliseum/domain/price';
import type { ArenaContext } from '../../arena/arena-context.ts';
import type { SelectedMarket } from '../state.ts';
import { toDecimalOrNull } from '../to-decimal-or-null.ts';
import type { SelectedCandidate } from './select-markets.ts';

/** Turns a selected market into a match of the day, at the price that every agent bets at. */
export function lockMarket(
  context: Pick<ArenaContext, 'database'>,
  { candidate, category, reason }: SelectedCandidate,
  matchNumber: number,
): SelectedMarket {
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
    lockedBid: toDecimalOrNull(market.yesBidMicros),
    lockedAsk: toDecimalOrNull(market.yesAskMicros),
    lockedLast: toDecimalOrNull(market.lastPriceMicros),
    closeTime: candidate.decisiveCloseTime,
    announcedResolutionTime: market.expectedExpirationTime,
  };
}
