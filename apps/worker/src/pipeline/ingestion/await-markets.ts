import { LISTING_WINDOW_MINUTES } from '@coliseum/domain/arena-rules';
import { MINUTE_MS } from '@coliseum/domain/durations';
import { isAppError, isServiceError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../../arena/arena-context.ts';
import { findMarkets, type MarketListing, type MarketSources } from './find-markets.ts';

/** Often enough that little of the window is lost, rarely enough for an exchange that is coming back. */
const ASKED_AGAIN_AFTER_MINUTES = 2;

type AwaitContext = MarketSources & Pick<ArenaContext, 'clock' | 'logger' | 'sleep' | 'stopping'>;

/** The markets, and the instant of the lock: that of the list they come from. */
export type LockedListing = MarketListing & { readonly lockedAt: Date };

/**
 * Finds the day's markets. An exchange that lists nothing is out of order, and so is its list: it is asked again until
 * the listing window is over. Once it is, and for any other failure at first, throws KALSHI_*.
 */
export async function awaitMarkets(context: AwaitContext): Promise<LockedListing> {
  let isOutOfOrder = false;
  for (let waitedMinutes = 0; ; waitedMinutes += ASKED_AGAIN_AFTER_MINUTES) {
    const lockedAt = context.clock.now();
    try {
      return { ...(await findMarkets(context, lockedAt)), lockedAt };
    } catch (error) {
      isOutOfOrder ||= isAppError(error, 'KALSHI_LIST_UNUSABLE');
      const comesBack = isOutOfOrder && isServiceError(error, 'kalshi') && error.retryable;
      if (!comesBack || waitedMinutes >= LISTING_WINDOW_MINUTES) throw error;
      context.logger.warn({ err: error, waitedMinutes }, 'list of markets unusable, asked again');
      await context.sleep(ASKED_AGAIN_AFTER_MINUTES * MINUTE_MS, context.stopping);
    }
  }
}
