import type { Environment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Logger } from '@coliseum/observability/logger';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue } from '@coliseum/queue/create-queue';
import { createArenaWorker } from '@coliseum/queue/create-worker';
import { createPipelineContext } from '../container.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { upsertSchedules } from '../schedule/schedules.ts';
import { serviceEndpoints } from '../service-endpoints.ts';
import { createJobHandlers } from './job-handlers.ts';

/** Settlements of a day close together; a day's run waits on outside services nearly all of its time. */
const CONCURRENT_JOBS = 4;

export type RunningWorker = { readonly stop: () => Promise<void> };

/**
 * Starts the worker: verifies the database, sets the schedules, picks up what is due and works off the queue.
 * Throws CONFIG_INVALID, DATABASE_*, QUEUE_UNAVAILABLE and PERSONA_INVALID before anything is started.
 */
export async function startWorker(environment: Environment, logger: Logger): Promise<RunningWorker> {
  const { mongodbUrl, queueUrl } = requireUrls(environment);
  const database = await connectDatabase({ url: mongodbUrl });
  await database.verify();
  const connection = createQueueConnection(queueUrl);
  const queue = createArenaQueue(connection, {
    onError: (error) => logger.error({ err: error }, 'queue connection failed'),
  });
  await queue.ping();
  const scheduleSettlement = async (event: ArenaEvent): Promise<void> => {
    const delayMs = Math.max(0, event.expectedResolutionTime.getTime() - Date.now());
    await queue.enqueue('settle-event', { version: 1, eventId: event.id }, { delayMs });
  };
  const endpoints = serviceEndpoints(environment, null);
  const context = await createPipelineContext({ environment, database, endpoints, logger, scheduleSettlement });
  await upsertSchedules(queue, context.settings.lockMinuteOfDay);
  await reconcile(context, queue);
  const worker = createArenaWorker({
    connection,
    handlers: createJobHandlers(context, queue),
    concurrency: CONCURRENT_JOBS,
    logger,
  });
  await worker.ready();
  return {
    stop: async () => {
      await worker.close();
      await queue.close();
      await database.close();
    },
  };
}

function requireUrls({ mongodbUrl, queueUrl }: Environment): { mongodbUrl: string; queueUrl: string } {
  if (mongodbUrl !== undefined && queueUrl !== undefined) return { mongodbUrl, queueUrl };
  const missing = mongodbUrl === undefined ? 'MONGODB_URL' : 'QUEUE_URL';
  const message = `${missing} is not set. The worker needs a database and a queue: "npm start" brings its own, "npm run local-stack" prints the URLs of one.`;
  throw new AppError({ code: 'CONFIG_INVALID', message });
}
