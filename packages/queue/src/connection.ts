import { AppError } from '@coliseum/domain/errors/app-error';
import { Queue, Worker, type Processor, type WorkerListener, type WorkerOptions } from 'bullmq';
import { createPollingPostgresBackend, POLL_INTERVAL_SECONDS } from './polling-postgres-backend.ts';

/** The name of the one queue all jobs of the arena go through. */
const QUEUE_NAME = 'arena';

type BaseQueue = Queue<unknown, void>;
type BaseWorker = Worker<unknown, void>;
type Listener = WorkerListener<unknown, void>;

/** What this package uses of BullMQ's queue, the same on both backends. */
export type BullQueue = Pick<
  BaseQueue,
  | 'add'
  | 'upsertJobScheduler'
  | 'removeJobScheduler'
  | 'getJobSchedulers'
  | 'getJob'
  | 'getJobState'
  | 'remove'
  | 'waitUntilReady'
  | 'close'
> & { readonly on: (event: 'error', listener: (error: Error) => void) => unknown };

/** What this package uses of BullMQ's worker, the same on both backends. */
export type BullWorker = Pick<BaseWorker, 'waitUntilReady' | 'close'> & {
  readonly on: <E extends keyof Listener>(event: E, listener: Listener[E]) => unknown;
};
type BullWorkerOptions = Omit<WorkerOptions, 'connection' | 'drainDelay'>;

/** Where jobs are kept. Each queue and worker opened from it has connections of its own and closes them itself. */
export type QueueConnection = {
  readonly backend: 'redis' | 'postgres';
  /** Host and port, without credentials. */
  readonly address: string;
  /** How long a call may take. Five seconds by default; tests on a busy machine are more patient. */
  readonly callDeadlineMs?: number;
  readonly openQueue: () => BullQueue;
  readonly openWorker: (processor: Processor<unknown, void>, options: BullWorkerOptions) => BullWorker;
};

/**
 * Describes the queue at `queueUrl` (`redis://`, `rediss://`, `postgres://` or `postgresql://`); connects when a queue
 * or worker is opened. `queueName` separates arenas that share a server.
 * Throws {@link AppError} `CONFIG_INVALID` for another kind of URL.
 */
export function createQueueConnection(queueUrl: string, queueName: string = QUEUE_NAME): QueueConnection {
  const url = URL.parse(queueUrl);
  switch (url?.protocol) {
    case 'redis:':
    case 'rediss:':
      return createRedisConnection(queueUrl, url.host, queueName);
    case 'postgres:':
    case 'postgresql:':
      return createPostgresConnection(queueUrl, url.host, queueName);
    default:
      throw new AppError({
        code: 'CONFIG_INVALID',
        message: 'QUEUE_URL must start with redis://, rediss:// or postgres://, for example redis://127.0.0.1:6379.',
      });
  }
}

function createRedisConnection(url: string, address: string, queueName: string): QueueConnection {
  return {
    backend: 'redis',
    address,
    openQueue: () => new Queue(queueName, { connection: { url } }),
    openWorker: (processor, options) =>
      new Worker(queueName, processor, { ...options, connection: { url, maxRetriesPerRequest: null } }),
  };
}

function createPostgresConnection(connectionString: string, address: string, queueName: string): QueueConnection {
  const connection = { connectionString, schema: 'public', migrate: true, max: 2 };
  return {
    backend: 'postgres',
    address,
    openQueue: () => new Queue(queueName, { connection }, createPollingPostgresBackend),
    openWorker: (processor, options) =>
      new Worker(
        queueName,
        processor,
        { ...options, connection, drainDelay: POLL_INTERVAL_SECONDS },
        createPollingPostgresBackend,
      ),
  };
}
