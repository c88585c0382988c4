import type { ArenaEvent } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { planSettlementRetry } from './settlement-times.ts';

/**
 * Marks an event as waiting, or as delayed after 24 hours, and returns when to ask the exchange again. Used when the
 * result is not final and when the exchange is unreachable. `announcedAt` is when the exchange expects the result, as it
 * says now; null where it did not say.
 */
export async function postponeSettlement(
  { clock, database, logger }: Pick<ArenaContext, 'clock' | 'database' | 'logger'>,
  event: ArenaEvent,
  announcedAt: Date | null,
): Promise<Date> {
  const announcedResolutionTime = announcedAt ?? event.announcedResolutionTime;
  const { status, retryAt } = planSettlementRetry({ ...event, announcedResolutionTime }, clock.now());
  const isAnnouncedBefore = event.announcedResolutionTime?.getTime() === announcedResolutionTime?.getTime();
  if (event.status === status && isAnnouncedBefore) return retryAt;
  await database.withTransaction(async (repositories) => {
    const current = await repositories.events.findById(event.id);
    if (current === null || current.status === 'settled') return;
    await repositories.events.update({ ...current, status, announcedResolutionTime });
    await repositories.arenaState.raiseRevision({ reason: 'event_postponed', at: clock.now() });
  });
  if (status === 'delayed' && event.status !== 'delayed') {
    logger.warn({ eventId: event.id, ticker: event.kalshiTicker, retryAt }, 'settlement delayed');
  }
  return retryAt;
}
