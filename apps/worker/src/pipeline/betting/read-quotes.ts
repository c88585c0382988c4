import { isAppError } from '@coliseum/domain/errors/app-error';
import type { StageContext } from '../stage-context.ts';
import type { DecisionQuote, SelectedMarket } from '../state.ts';
import { toDecimalOrNull } from '../to-decimal-or-null.ts';

/**
 * Reads each market's quote again after the last decision. No bet depends on it: it later separates skill from news
 * that came after the lock. A market that cannot be read has no quote, and the day continues.
 */
export async function readQuotes(
  context: StageContext,
  markets: readonly SelectedMarket[],
): Promise<readonly DecisionQuote[]> {
  const quotes = await Promise.all(markets.map(async (market) => await readQuote(context, market)));
  return quotes.filter((quote) => quote !== null);
}

async function readQuote(
  { kalshi, clock, logger }: StageContext,
  { eventId, ticker }: SelectedMarket,
): Promise<DecisionQuote | null> {
  try {
    const market = await kalshi.getMarket(ticker);
    const bid = toDecimalOrNull(market.yesBidMicros);
    const ask = toDecimalOrNull(market.yesAskMicros);
    return { eventId, bid, ask, last: toDecimalOrNull(market.lastPriceMicros), at: clock.now() };
  } catch (error) {
    if (!isAppError(error)) throw error;
    logger.warn({ err: error, eventId, ticker }, 'quote after decisions unreadable');
    return null;
  }
}
