import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { ArenaContext } from '../arena/arena-context.ts';

/** Null for a market the exchange does not know, which counts as having no final result. */
export async function readOutcome(
  { kalshi, logger }: Pick<ArenaContext, 'kalshi' | 'logger'>,
  event: ArenaEvent,
): Promise<MarketOutcome | null> {
  try {
    return await kalshi.getOutcome(event.kalshiTicker);
  } catch (error) {
    if (!isAppError(error, 'KALSHI_MARKET_NOT_FOUND')) throw error;
    logger.warn({ eventId: event.id, ticker: event.kalshiTicker }, 'market unknown to the exchange');
    return null;
  }
}
