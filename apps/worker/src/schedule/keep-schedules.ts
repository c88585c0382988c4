import type { Logger } from '@coliseum/observability/logger';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { PipelineContext } from '../pipeline/context.ts';
import { reconcile } from './reconcile.ts';
import { missingSchedules, upsertSchedules } from './schedules.ts';

const LOOK_EVERY_MS = 60_000;

type Keeper = {
  readonly context: PipelineContext;
  readonly queue: ArenaQueue;
  readonly logger: Pick<Logger, 'warn'>;
  readonly everyMs?: number;
};

/**
 * Looks every minute whether the queue still has the schedules. A queue whose storage was wiped under a running worker
 * has none, and would wake nobody any more: it gets them back, and what the database says is due.
 */
export function keepSchedules({ context, queue, logger, everyMs = LOOK_EVERY_MS }: Keeper): {
  readonly close: () => Promise<void>;
} {
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const missing = await missingSchedules(queue);
      if (missing.length === 0) return;
      logger.warn({ missing }, 'the queue has lost its schedules; they are set again');
      await upsertSchedules(queue, context.settings.lockMinuteOfDay);
      await reconcile(context, queue);
    } catch (error) {
      logger.warn({ err: error }, 'the schedules could not be looked at');
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  return {
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
