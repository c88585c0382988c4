import type { Logger } from '@coliseum/observability/logger';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { ArenaContext } from '../arena/arena-context.ts';
import { reconcile } from './reconcile.ts';
import { findMissingSchedules, upsertSchedules } from './schedules.ts';

const CHECK_INTERVAL_MS = 60_000;

type KeepSchedulesOptions = {
  readonly context: ArenaContext;
  readonly queue: ArenaQueue;
  readonly logger: Pick<Logger, 'warn'>;
  readonly everyMs?: number;
};

/**
 * Checks every minute that the queue still has its recurring jobs. If its storage was wiped under a running worker,
 * restores them and enqueues what the database says is due.
 */
export function keepSchedules({ context, queue, logger, everyMs = CHECK_INTERVAL_MS }: KeepSchedulesOptions): {
  readonly close: () => Promise<void>;
} {
  let pendingCheck: Promise<void> = Promise.resolve();
  const checkSchedules = async (): Promise<void> => {
    try {
      const missing = await findMissingSchedules(queue);
      if (missing.length === 0) return;
      logger.warn({ missing }, 'queue lost its schedules, restoring them');
      await upsertSchedules(queue, context.settings.lockMinuteOfDay);
      await reconcile(context, queue);
    } catch (error) {
      logger.warn({ err: error }, 'schedule check failed');
    }
  };
  const timer = setInterval(() => {
    pendingCheck = pendingCheck.then(checkSchedules);
  }, everyMs);
  return {
    close: async () => {
      clearInterval(timer);
      await pendingCheck;
    },
  };
}
