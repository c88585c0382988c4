import { PostgresConnection, PostgresQueueBackend, type BackendFactory, type PostgresConnectionOptions } from 'bullmq';

/** How long a worker waits at most before it looks again, in seconds. A look costs PGlite some 20 ms of work. */
export const POLL_INTERVAL_SECONDS = 1;

/**
 * BullMQ's PostgreSQL backend waits up to an hour for a notification when the next job is far away. Notifications do
 * not cross PGlite's socket, so a job that is added meanwhile would wait as long: this one looks again every second.
 */
class PollingPostgresBackend extends PostgresQueueBackend {
  override get maximumBlockTimeout(): number {
    return POLL_INTERVAL_SECONDS;
  }
}

/** A BullMQ backend on PostgreSQL, real or PGlite, that needs no notifications. */
export const createPollingPostgresBackend: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (
  name,
  options,
) => new PollingPostgresBackend(new PostgresConnection(options.connection), name, options, true);
