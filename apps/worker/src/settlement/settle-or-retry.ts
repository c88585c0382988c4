import { isServiceError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../arena/arena-context.ts';
import { traceSettlement } from '../telemetry/trace-settlement.ts';
import { postponeSettlement } from './postpone-settlement.ts';
import { settleEvent } from './settle-event.ts';

/**
 * Settles an event. Returns when to try again, or null when it is settled. An unreachable exchange is treated like a
 * result that is not final yet.
 */
export async function settleOrRetry(
  context: Pick<ArenaContext, 'clock' | 'processClock' | 'database' | 'kalshi' | 'logger' | 'telemetry'>,
  eventId: string,
): Promise<Date | null> {
  try {
    const result = await traceSettlement(context, eventId, async () => await settleEvent(context, eventId));
    return result.status === 'pending' ? result.retryAt : null;
  } catch (error) {
    if (!isServiceError(error, 'kalshi')) throw error;
    context.logger.error({ err: error, eventId }, 'settlement failed, exchange unreachable');
    const event = await context.database.events.findById(eventId);
    return event === null || event.status === 'settled' ? null : await postponeSettlement(context, event, null);
  }
}
