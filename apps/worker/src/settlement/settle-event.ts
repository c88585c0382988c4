import { AppError } from '@coliseum/domain/errors/app-error';
import type { EventOutcome } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { postSettlement } from './post-settlement.ts';
import { postponeSettlement } from './postpone-settlement.ts';
import { readOutcome } from './read-outcome.ts';
import { toSettlement } from './to-settlement.ts';

export type SettlementResult =
  | { readonly status: 'settled'; readonly outcome: EventOutcome | null }
  | { readonly status: 'already_settled' }
  | { readonly status: 'pending'; readonly retryAt: Date };

type SettlementContext = Pick<ArenaContext, 'clock' | 'database' | 'kalshi' | 'logger'>;

/**
 * Asks the exchange for the result of one event and, when it is final, settles all of its bets in one transaction. Safe
 * to call at any time, repeatedly and from several workers at once. Without a final result the event is marked as
 * waiting, or as delayed 24 hours after it was due, and `retryAt` says when to ask again. Throws NOT_FOUND for an unknown
 * event, and KALSHI_* while the exchange is unreachable.
 */
export async function settleEvent(context: SettlementContext, eventId: string): Promise<SettlementResult> {
  const { clock, database, logger } = context;
  const event = await database.events.findById(eventId);
  if (event === null) {
    throw new AppError({ code: 'NOT_FOUND', message: `There is no event ${eventId}.`, details: { eventId } });
  }
  if (event.status === 'settled') return { status: 'already_settled' };
  const ticker = event.kalshiTicker;
  const outcome = await readOutcome(context, event);
  const settlement = toSettlement(outcome, clock.now());
  if (settlement !== null) {
    const posted = await postSettlement(context, event, settlement, 'event_settled');
    if (posted === null) return { status: 'already_settled' };
    logger.info({ eventId, ticker, outcome: posted.event.outcome }, 'event settled');
    return { status: 'settled', outcome: posted.event.outcome };
  }
  if (outcome !== null && 'reason' in outcome) {
    logger.warn({ eventId, ticker, reason: outcome.reason }, 'finalized market not settled');
  }
  const announcedAt = outcome?.state === 'pending' ? outcome.expectedAt : null;
  return { status: 'pending', retryAt: await postponeSettlement(context, event, announcedAt) };
}
