import type { ArenaEvent } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { planSettlementRetry } from './settlement-times.ts';

/**
 * Marks an event as waiting, or as delayed once it is late by a day, and says when the exchange is asked next. So it is
 * whether the exchange has no final word yet or cannot be asked.
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
    logger.error({ eventId: event.id, ticker: event.kalshiTicker }, 'settlement is delayed by more than a day');
  }
  return retryAt;
}
