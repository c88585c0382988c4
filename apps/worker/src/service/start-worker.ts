import type { Environment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue, type ArenaQueue } from '@coliseum/queue/create-queue';
import { createArenaWorker } from '@coliseum/queue/create-worker';
import { createPipelineContext } from '../container.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { upsertSchedules } from '../schedule/schedules.ts';
import { serviceEndpoints } from '../service-endpoints.ts';
import { createJobHandlers } from './job-handlers.ts';

/** Settlements of a day close together; a day's run waits on outside services nearly all of its time. */
const CONCURRENT_JOBS = 4;

type Closable = { readonly close: () => Promise<void> };

export type RunningWorker = { readonly stop: () => Promise<void> };

/**
 * Starts the worker: verifies the database, sets the schedules, picks up what is due and works off the queue.
 * Throws CONFIG_INVALID, DATABASE_*, QUEUE_UNAVAILABLE and PERSONA_INVALID before anything is started.
 */
export async function startWorker(environment: Environment, logger: Logger): Promise<RunningWorker> {
  const { mongodbUrl, queueUrl } = requireUrls(environment);
  const started: Closable[] = [];
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).toReversed()) await part.close();
  };
  try {
    const database = await connectDatabase({ url: mongodbUrl });
    started.push(database);
    await database.verify();
    const connection = createQueueConnection(queueUrl);
    const onError = (error: Error): void => logger.error({ err: error }, 'queue connection failed');
    const queue = createArenaQueue(connection, { onError });
    started.push(queue);
    await queue.ping();
    const endpoints = serviceEndpoints(environment, null);
    const scheduleSettlement = settlementScheduler(queue);
    const parts = { environment, database, endpoints, logger, scheduleSettlement, stopping: stopping.signal };
    const context = await createPipelineContext(parts);
    await upsertSchedules(queue, context.settings.lockMinuteOfDay);
    await reconcile(context, queue);
    const handlers = createJobHandlers(context, queue);
    const worker = createArenaWorker({ connection, handlers, concurrency: CONCURRENT_JOBS, logger });
    started.push(stoppingFirst(worker, stopping));
    await worker.ready();
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Closes the worker so that it takes no further job, and then tells the day it plays to hand over. */
function stoppingFirst(worker: Closable, stopping: AbortController): Closable {
  return {
    close: async () => {
      const closed = worker.close();
      stopping.abort();
      await closed;
    },
  };
}

function settlementScheduler(queue: ArenaQueue): PipelineContext['scheduleSettlement'] {
  return async (event) => {
    const delayMs = Math.max(0, event.expectedResolutionTime.getTime() - systemClock.now().getTime());
    await queue.enqueue('settle-event', { version: 1, eventId: event.id }, { delayMs });
  };
}

function requireUrls({ mongodbUrl, queueUrl }: Environment): { mongodbUrl: string; queueUrl: string } {
  if (mongodbUrl !== undefined && queueUrl !== undefined) return { mongodbUrl, queueUrl };
  const missing = mongodbUrl === undefined ? 'MONGODB_URL' : 'QUEUE_URL';
  const message = `${missing} is not set. The worker needs a database and a queue: "npm start" brings its own, "npm run local-stack" prints the URLs of one.`;
  throw new AppError({ code: 'CONFIG_INVALID', message });
}
