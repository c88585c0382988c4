import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { JobHandlers } from '@coliseum/queue/create-worker';
import type { AlertContext } from '../alerts/alert-context.ts';
import { alertOnDay } from '../alerts/alert-on-day.ts';
import { alertOnSettlement } from '../alerts/alert-on-settlement.ts';
import { sweepAlerts } from '../alerts/sweep-alerts.ts';
import { recheckSettled } from '../amendments/recheck-settled.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import { listPlayedModels } from '../arena/played-models.ts';
import { auditNightly } from '../audit/audit-nightly.ts';
import { lookUpControl } from '../control/look-up-control.ts';
import { writeDataset } from '../dataset/write-dataset.ts';
import { runDay } from '../pipeline/run-day.ts';
import { LEASE_MS } from '../pipeline/run-record.ts';
import { isDayPlayable } from '../schedule/is-day-playable.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { settleOrRetry } from '../settlement/settle-or-retry.ts';

const DONE = { outcome: 'done' } as const;

/** Creates the handler of each kind of job. Every handler is safe to run twice or late. */
export function createJobHandlers(alertContext: AlertContext, queue: Pick<ArenaQueue, 'enqueue'>): JobHandlers {
  const { context } = alertContext;
  return {
    'run-day': async ({ date }) => {
      if (!(await isDayPlayable(context, date))) return DONE;
      await readModels(context);
      try {
        await alertOnDay(alertContext, date, async (tracked) => await runDay(tracked, date));
        return DONE;
      } catch (error) {
        if (isAppError(error, 'BATCH_EXISTS')) return DONE;
        // Another worker holds the lease. After the lease time the day is either done or free to resume.
        if (isAppError(error, 'RUN_IN_PROGRESS')) return { outcome: 'again', delayMs: LEASE_MS };
        // This process is stopping and takes no further job, so another worker resumes the day at once.
        if (isAppError(error, 'WORKER_STOPPING')) return { outcome: 'again', delayMs: 0 };
        throw error;
      }
    },
    'settle-event': async ({ eventId }) => {
      const retryAt = await alertOnSettlement(alertContext, async (tracked) => await settleOrRetry(tracked, eventId));
      if (retryAt === null) return DONE;
      return { outcome: 'again', delayMs: Math.max(0, retryAt.getTime() - context.clock.now().getTime()) };
    },
    'recheck-settled': async () => {
      await readModels(context);
      await alertOnSettlement(alertContext, async (tracked) => await recheckSettled(tracked, () => {}));
      await sweepAlerts(alertContext);
      return DONE;
    },
    'look-up-control': async () => {
      await lookUpControl(context);
      return DONE;
    },
    'publish-dataset': async () => {
      await publishDataset(context);
      return DONE;
    },
    audit: async () => {
      await auditNightly(context);
      return DONE;
    },
    reconcile: async () => {
      await alertOnSettlement(alertContext, async (tracked) => await reconcile(tracked, queue));
      await sweepAlerts(alertContext);
      return DONE;
    },
  };
}

/** Once before every match day and once in between: prices, abilities and the end of a model's service change. */
async function readModels(context: ArenaContext): Promise<void> {
  await context.readModels(await listPlayedModels(context.database, context.settings));
}

async function publishDataset({ database, clock, settings, logger }: ArenaContext): Promise<void> {
  const { version, isNew } = await writeDataset({ reads: database, clock }, settings.datasetDir, () => {});
  logger.info({ version, isNew }, 'dataset published');
}
