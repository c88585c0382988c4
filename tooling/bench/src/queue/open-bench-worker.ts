import type { QueueConnection } from '@coliseum/queue/connection';
import { type ArenaWorker, createArenaWorker } from '@coliseum/queue/create-worker';

/** As the arena's worker service. */
export const CONCURRENCY = 4;

/** A worker whose handlers do nothing; `onJob` is called for every `settle-event`. */
export function openBenchWorker(connection: QueueConnection, onJob: (eventId: string) => void): ArenaWorker {
  const done = async () => ({ outcome: 'done' }) as const;
  return createArenaWorker({
    connection,
    concurrency: CONCURRENCY,
    handlers: {
      'run-day': done,
      'recheck-settled': done,
      'look-up-control': done,
      audit: done,
      reconcile: done,
      'publish-dataset': done,
      'settle-event': async ({ eventId }) => {
        onJob(eventId);
        return done();
      },
    },
    logger: {
      debug: () => {},
      warn: () => {},
      error: (_fields, message) => void process.stderr.write(`bench  queue: ${message}\n`),
    },
  });
}
