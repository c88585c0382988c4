import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { JobHandlers } from '@coliseum/queue/create-worker';
import type { PipelineContext } from '../pipeline/context.ts';
import { runDay } from '../pipeline/run-day.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { settleEvent } from '../settlement/settle-event.ts';

const DONE = { outcome: 'done' } as const;
/** While the exchange is out of reach, an event is asked about again after this. */
const OUTAGE_RETRY_MS = 3_600_000;

/** What the worker does for each kind of job. Every handler may run twice, or too late, and does no harm then. */
export function createJobHandlers(context: PipelineContext, queue: Pick<ArenaQueue, 'enqueue'>): JobHandlers {
  return {
    'run-day': async ({ date }) => {
      try {
        await runDay(date, context);
      } catch (error) {
        if (!isAppError(error, 'BATCH_EXISTS')) throw error;
      }
      return DONE;
    },
    'settle-event': async ({ eventId }) => {
      const delayMs = await settleOrPostpone(eventId, context);
      return delayMs === null ? DONE : { outcome: 'again', delayMs };
    },
    reconcile: async () => {
      await reconcile(context, queue);
      return DONE;
    },
  };
}

/** Null when the event is settled, else how long to wait before it is asked about again. */
async function settleOrPostpone(eventId: string, context: PipelineContext): Promise<number | null> {
  try {
    const result = await settleEvent(eventId, context);
    return result.status === 'pending' ? Math.max(0, result.retryAt.getTime() - context.clock.now().getTime()) : null;
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('KALSHI_')) throw error;
    context.logger.error({ err: error, eventId }, 'the exchange could not be asked');
    return OUTAGE_RETRY_MS;
  }
}
