import { isServiceError } from '@coliseum/domain/errors/app-error';
import type { ArenaContext } from '../arena/arena-context.ts';
import { traceSettlement } from '../telemetry/trace-settlement.ts';
import { postponeSettlement } from './postpone-settlement.ts';
import { settleEvent } from './settle-event.ts';

/**
 * Settles the event, or says when it is to be asked about again: null once there is nothing left to do. An exchange that
 * is out of reach is asked again at the next full hour, and makes the event late like one that says nothing.
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
    context.logger.error({ err: error, eventId }, 'the exchange could not be asked');
    const event = await context.database.events.findById(eventId);
    return event === null || event.status === 'settled' ? null : await postponeSettlement(context, event);
  }
}
