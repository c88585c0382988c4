import type { Environment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { Logger } from '@coliseum/observability/logger';
import type { Telemetry } from '@coliseum/observability/telemetry';
import { checkQueueServer } from '@coliseum/queue/check-queue-server';
import { createQueueConnection, type QueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue, type ArenaQueue } from '@coliseum/queue/create-queue';
import { createArenaWorker, type ArenaWorker } from '@coliseum/queue/create-worker';
import { openBoardQueue } from '@coliseum/queue/open-board-queue';
import { createAlerts } from '../alerts/create-alerts.ts';
import { openChannels } from '../alerts/open-channels.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import { createArenaContext } from '../arena/create-arena-context.ts';
import { resolveServiceEndpoints } from '../arena/service-endpoints.ts';
import { startOperationsServer, type OperationsServer } from '../operations/operations-server.ts';
import type { ReadinessCheck } from '../operations/readiness.ts';
import { compareRoster } from '../roster/compare-roster.ts';
import { keepSchedules } from '../schedule/keep-schedules.ts';
import { reconcile } from '../schedule/reconcile.ts';
import { upsertSchedules } from '../schedule/schedules.ts';
import { logConflictWait } from '../telemetry/log-conflict-wait.ts';
import { openWorkerTelemetry } from '../telemetry/open-worker-telemetry.ts';
import { createJobHandlers } from './job-handlers.ts';
import { createHealthChecks, type WorkerState } from './worker-health.ts';

/** Settlements come in bursts, and a match day mostly waits for outside services. */
const CONCURRENT_JOBS = 4;

type Closable = { readonly close: () => Promise<void> };

export type RunningWorker = {
  /** Base URL of `/live`, `/ready` and `/queues`, as seen from this machine. */
  readonly url: string;
  /**
   * Stops taking jobs, hands over a running match day, finishes settlements, and resolves when everything is closed.
   */
  readonly stop: () => Promise<void>;
};

/** Opened resources, closed in reverse order. */
type ResourceStack = { readonly add: <T extends Closable>(part: T) => T; readonly closeAll: () => Promise<void> };

/**
 * Starts the worker: verifies the database, creates the schedules, enqueues what is due and processes the queue. Throws
 * CONFIG_INVALID, DATABASE_*, QUEUE_*, PERSONA_INVALID and PORT_IN_USE before it takes any job.
 */
export async function startWorker(environment: Environment, logger: Logger): Promise<RunningWorker> {
  const { mongodbUrl, queueUrl } = requireUrls(environment);
  const resources = createResourceStack();
  const stopping = new AbortController();
  let state: WorkerState = 'starting';
  const stop = async (): Promise<void> => {
    state = 'stopping';
    await resources.closeAll();
  };
  try {
    const onConflictWait = logConflictWait(logger);
    const database = resources.add(
      await connectDatabase({ url: mongodbUrl, onConflictWait, stopping: stopping.signal }),
    );
    await database.verify();
    for (const difference of compareRoster(await database.agents.list(), environment.agentModels)) {
      logger.warn({ check: 'roster' }, difference);
    }
    const connection = createQueueConnection(queueUrl);
    await checkQueueServer(queueUrl, connection);
    const queue = await openQueue(connection, logger);
    resources.add(queue);
    const telemetry = await openWorkerTelemetry(environment, logger);
    resources.add({ close: telemetry.stop });
    const context = await createContext({ environment, database, queue, logger, telemetry, stopping: stopping.signal });
    const alerts = createAlerts({
      ...context,
      arenaCommand: environment.arenaCommand,
      channels: openChannels(environment),
    });
    const checks = createHealthChecks({ database, queue, state: () => state });
    const operations = await openOperations({ environment, connection, checks, logger, resources });
    await upsertSchedules(queue, context.settings.lockMinuteOfDay);
    await reconcile(context, queue);
    resources.add(keepSchedules({ context, queue, logger }));
    const handlers = createJobHandlers({ context, alerts }, queue);
    const worker = createArenaWorker({ connection, handlers, concurrency: CONCURRENT_JOBS, logger });
    resources.add({ close: async () => await closeAndHandOver(worker, stopping) });
    await worker.waitUntilReady();
    state = 'working';
    return { url: operations.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createResourceStack(): ResourceStack {
  const parts: Closable[] = [];
  return {
    add: (part) => {
      parts.push(part);
      return part;
    },
    closeAll: async () => {
      for (const part of parts.splice(0).toReversed()) await part.close();
    },
  };
}

async function openQueue(connection: QueueConnection, logger: Logger): Promise<ArenaQueue> {
  const onError = (error: Error): void => logger.error({ err: error }, 'queue connection failed');
  const queue = createArenaQueue(connection, { onError });
  try {
    await queue.ping();
    return queue;
  } catch (error) {
    await queue.close();
    throw error;
  }
}

type ContextDependencies = {
  readonly environment: Environment;
  readonly database: Database;
  readonly queue: ArenaQueue;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly stopping: AbortSignal;
};

async function createContext({ queue, environment, ...parts }: ContextDependencies): Promise<ArenaContext> {
  const scheduleSettlement: ArenaContext['scheduleSettlement'] = async (event) => {
    const delayMs = Math.max(0, event.expectedResolutionTime.getTime() - systemClock.now().getTime());
    await queue.enqueue('settle-event', { version: 1, eventId: event.id }, { delayMs });
  };
  const endpoints = resolveServiceEndpoints(environment, null);
  return await createArenaContext({ environment, endpoints, scheduleSettlement, ...parts });
}

type OperationsDependencies = {
  readonly environment: Environment;
  readonly connection: QueueConnection;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  readonly logger: Logger;
  readonly resources: ResourceStack;
};

async function openOperations({
  environment,
  connection,
  checks,
  logger,
  resources,
}: OperationsDependencies): Promise<OperationsServer> {
  const { operatorToken: token, workerHost: host, workerPort: port } = environment;
  const onError = (error: Error): void => logger.error({ err: error }, 'queue connection failed');
  const board = token === undefined ? null : { token, queue: resources.add(openBoardQueue(connection, onError)) };
  return resources.add(await startOperationsServer({ host, port, checks, board, logger, now: systemClock.now }));
}

/** Stops taking jobs first, then signals a running match day to hand over. */
async function closeAndHandOver(worker: ArenaWorker, stopping: AbortController): Promise<void> {
  const closed = worker.close();
  stopping.abort();
  await closed;
}

function requireUrls({ mongodbUrl, queueUrl }: Environment): { mongodbUrl: string; queueUrl: string } {
  if (mongodbUrl !== undefined && queueUrl !== undefined) return { mongodbUrl, queueUrl };
  const missing = mongodbUrl === undefined ? 'MONGODB_URL' : 'QUEUE_URL';
  const message = `${missing} is not set. The worker needs a database and a queue: "npm start" starts both, "npm run local-stack" starts a local stack and prints its URLs.`;
  throw new AppError({ code: 'CONFIG_INVALID', message });
}
