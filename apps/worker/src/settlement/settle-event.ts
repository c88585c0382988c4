import { isStakedBet } from '@coliseum/domain/bet';
import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent, EventOutcome } from '@coliseum/domain/event';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import type { Settlement } from '@coliseum/payout/settle-bet';
import type { ArenaContext } from '../arena/arena-context.ts';
import { postponeSettlement } from './postpone-settlement.ts';
import { settleAbstentions, settleBets } from './settle-bets.ts';
import { toSettledEvent } from './to-settled-event.ts';
import { toSettlement } from './to-settlement.ts';

export type SettlementResult =
  | { readonly status: 'settled'; readonly outcome: EventOutcome | null }
  | { readonly status: 'already_settled' }
  | { readonly status: 'pending'; readonly retryAt: Date };

type SettlementContext = Pick<ArenaContext, 'clock' | 'database' | 'kalshi' | 'logger'>;

/**
 * Asks the exchange for the result of one event and, when it is final, settles all of its bets in one transaction. Safe
 * to call at any time, repeatedly and from several workers at once. Without a final result the event is marked as
 * waiting, or as delayed 24 hours after it was due, and `retryAt` says when to ask again. Throws NOT_FOUND for an unknown event,
 * and KALSHI_* while the exchange is unreachable.
 */
export async function settleEvent(context: SettlementContext, eventId: string): Promise<SettlementResult> {
  const event = await context.database.events.findById(eventId);
  if (event === null) {
    throw new AppError({ code: 'NOT_FOUND', message: `There is no event ${eventId}.`, details: { eventId } });
  }
  if (event.status === 'settled') return { status: 'already_settled' };
  const outcome = await readOutcome(context, event);
  const settlement = toSettlement(outcome, context.clock.now());
  if (settlement !== null) return await settle(context, event, settlement);
  if (outcome !== null && outcome.state !== 'pending' && outcome.state !== 'final') {
    context.logger.warn(
      { eventId, ticker: event.kalshiTicker, reason: outcome.reason },
      'finalized market not settled',
    );
  }
  const announcedAt = outcome?.state === 'pending' ? outcome.expectedAt : null;
  return { status: 'pending', retryAt: await postponeSettlement(context, event, announcedAt) };
}

/** Null for a market the exchange does not know, which counts as having no final result. */
async function readOutcome({ kalshi, logger }: SettlementContext, event: ArenaEvent): Promise<MarketOutcome | null> {
  try {
    return await kalshi.getOutcome(event.kalshiTicker);
  } catch (error) {
    if (!isAppError(error, 'KALSHI_MARKET_NOT_FOUND')) throw error;
    logger.warn({ eventId: event.id, ticker: event.kalshiTicker }, 'market unknown to the exchange');
    return null;
  }
}

async function settle(
  { clock, database, logger }: SettlementContext,
  event: ArenaEvent,
  settlement: Settlement,
): Promise<SettlementResult> {
  const at = clock.now();
  const after = toSettledEvent(event, settlement, at);
  const isSettledHere = await database.withTransaction(async (repositories) => {
    // The event first: only the worker that changes it settles its bets, so that nothing below is written twice.
    if (!(await repositories.events.settle(after))) return false;
    const answers = await repositories.bets.listPlacedByEvent(event.id);
    const accounts = await repositories.agents.listAccounts();
    const bets = answers.filter(isStakedBet);
    const result = settleBets({ bets, accounts, settlement, at, newId: () => database.newId() });
    await repositories.ledger.insertMany(result.entries);
    await repositories.bets.settleMany([...result.bets, ...settleAbstentions(answers, at)]);
    await repositories.agents.updateAccounts(result.accounts);
    return true;
  });
  if (!isSettledHere) return { status: 'already_settled' };
  logger.info({ eventId: event.id, ticker: event.kalshiTicker, outcome: after.outcome }, 'event settled');
  return { status: 'settled', outcome: after.outcome };
}
