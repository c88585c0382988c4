import type { Database } from '@coliseum/db/database';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { ReadinessCheck } from '../operations/readiness.ts';
import { findMissingSchedules } from '../schedule/schedules.ts';

export type WorkerState = 'starting' | 'working' | 'stopping';

type WorkerHealthDependencies = {
  readonly database: Pick<Database, 'ping'>;
  readonly queue: Pick<ArenaQueue, 'listNextRuns'>;
  readonly state: () => WorkerState;
};

/** Readiness checks that really contact what the worker depends on. */
export function createHealthChecks({
  database,
  queue,
  state,
}: WorkerHealthDependencies): Readonly<Record<string, ReadinessCheck>> {
  return {
    database: async () => {
      await database.ping();
      return null;
    },
    queue: async () => {
      await queue.listNextRuns();
      return null;
    },
    schedules: async () => {
      const missing = await findMissingSchedules(queue);
      return missing.length === 0 ? null : `not set: ${missing.join(', ')}`;
    },
    worker: async () => (state() === 'working' ? null : state()),
  };
}
