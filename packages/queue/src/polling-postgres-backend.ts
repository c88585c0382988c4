import { PostgresConnection, PostgresQueueBackend, type BackendFactory, type PostgresConnectionOptions } from 'bullmq';

/** The longest time in seconds before a worker looks again. Each look costs PGlite some 20 ms of work. */
export const POLL_INTERVAL_SECONDS = 1;

/**
 * BullMQ's PostgreSQL backend waits up to an hour for a notification when the next job is far away. Notifications do
 * not cross PGlite's socket, so a job added in the meantime would wait as long. This backend looks again every second.
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
