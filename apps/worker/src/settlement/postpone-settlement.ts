import type { ArenaEvent } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { planSettlementRetry } from './settlement-times.ts';

/**
 * Marks an event as waiting, or as delayed after 24 hours, and returns when to ask the exchange again. Used when the
 * result is not final and when the exchange is unreachable.
 */
export async function postponeSettlement(
  { clock, database, logger }: Pick<ArenaContext, 'clock' | 'database' | 'logger'>,
  event: ArenaEvent,
): Promise<Date> {
  const { status, retryAt } = planSettlementRetry(event, clock.now());
  if (event.status === status) return retryAt;
  await database.withTransaction(async (repositories) => {
    const current = await repositories.events.findById(event.id);
    if (current !== null && current.status !== 'settled') await repositories.events.update({ ...current, status });
  });
  if (status === 'delayed') {
    logger.error({ eventId: event.id, ticker: event.kalshiTicker }, 'settlement delayed by more than 24 hours');
  }
  return retryAt;
}
