import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { JobHandlers } from '@coliseum/queue/create-worker';
import { sweepAlerts } from '../alerts/sweep-alerts.ts';
import type { WatchContext } from '../alerts/watch-context.ts';
import { watchDay } from '../alerts/watch-day.ts';
import { watchSettlement } from '../alerts/watch-settlement.ts';
import { recheckSettled } from '../amendments/recheck-settled.ts';
import { runDay } from '../pipeline/run-day.ts';
import { LEASE_MS } from '../pipeline/run-record.ts';
import { isDayPlayable } from '../schedule/is-day-playable.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { settleOrRetry } from '../settlement/settle-or-retry.ts';

const DONE = { outcome: 'done' } as const;

/** What the worker does for each kind of job. Every handler may run twice, or too late, and does no harm then. */
export function createJobHandlers(watch: WatchContext, queue: Pick<ArenaQueue, 'enqueue'>): JobHandlers {
  const { context } = watch;
  return {
    'run-day': async ({ date }) => {
      if (!(await isDayPlayable(date, context))) return DONE;
      try {
        await watchDay(date, watch, async (watched) => await runDay(date, watched));
        return DONE;
      } catch (error) {
        if (isAppError(error, 'BATCH_EXISTS')) return DONE;
        // Somebody else plays the day: once a lease's time later it is done, or free to be taken up.
        if (isAppError(error, 'RUN_IN_PROGRESS')) return { outcome: 'again', delayMs: LEASE_MS };
        // This process is told to stop, and takes no further job: another one goes on with the day at once.
        if (isAppError(error, 'WORKER_STOPPING')) return { outcome: 'again', delayMs: 0 };
        throw error;
      }
    },
    'settle-event': async ({ eventId }) => {
      const retryAt = await watchSettlement(watch, async (watched) => await settleOrRetry(eventId, watched));
      if (retryAt === null) return DONE;
      return { outcome: 'again', delayMs: Math.max(0, retryAt.getTime() - context.clock.now().getTime()) };
    },
    'recheck-settled': async () => {
      await watchSettlement(watch, async (watched) => await recheckSettled(watched, () => {}));
      await sweepAlerts(watch);
      return DONE;
    },
    reconcile: async () => {
      await watchSettlement(watch, async (watched) => await reconcile(watched, queue));
      await sweepAlerts(watch);
      return DONE;
    },
  };
}
