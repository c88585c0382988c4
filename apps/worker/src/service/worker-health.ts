import type { Database } from '@coliseum/db/database';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { ReadinessCheck } from '../operations/readiness.ts';
import { missingSchedules } from '../schedule/schedules.ts';

export type WorkerState = 'starting' | 'working' | 'stopping';

type Parts = {
  readonly database: Pick<Database, 'ping'>;
  readonly queue: Pick<ArenaQueue, 'nextRuns'>;
  readonly state: () => WorkerState;
};

/** What the worker cannot do without, each asked for real. */
export function workerHealth({ database, queue, state }: Parts): Readonly<Record<string, ReadinessCheck>> {
  return {
    database: async () => {
      await database.ping();
      return null;
    },
    queue: async () => {
      await queue.nextRuns();
      return null;
    },
    schedules: async () => {
      const missing = await missingSchedules(queue);
      return missing.length === 0 ? null : `not set: ${missing.join(', ')}`;
    },
    worker: async () => (state() === 'working' ? null : state()),
  };
}
