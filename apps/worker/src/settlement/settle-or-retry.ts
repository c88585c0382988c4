import { isAppError } from '@coliseum/domain/errors/app-error';
import type { PipelineContext } from '../pipeline/context.ts';
import { watchEvent } from '../telemetry/watch-event.ts';
import { settleEvent } from './settle-event.ts';

/** While the exchange is out of reach, an event is asked about again after this. */
const OUTAGE_RETRY_MS = 3_600_000;

/** Settles the event, or says when it is to be asked about again: null once there is nothing left to do. */
export async function settleOrRetry(
  eventId: string,
  context: Pick<PipelineContext, 'clock' | 'processClock' | 'database' | 'kalshi' | 'logger' | 'telemetry'>,
): Promise<Date | null> {
  try {
    const result = await watchEvent(eventId, context, async () => await settleEvent(eventId, context));
    return result.status === 'pending' ? result.retryAt : null;
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('KALSHI_')) throw error;
    context.logger.error({ err: error, eventId }, 'the exchange could not be asked');
    return new Date(context.clock.now().getTime() + OUTAGE_RETRY_MS);
  }
}
