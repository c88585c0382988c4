import { createQueueConnection, type QueueConnection } from '@coliseum/queue/connection';
import { type ArenaQueue, createArenaQueue } from '@coliseum/queue/create-queue';
import { measureRate, toRatePerSecond } from '../measure-rate.ts';
import { createEventId } from './create-event-id.ts';
import { measureLateness, measureLoneJobs } from './measure-waits.ts';
import { openBenchWorker } from './open-bench-worker.ts';

export type QueuePlan = {
  /** Jobs that are added, and then worked off. */
  readonly jobs: number;
  /** Jobs that are added with a delay. */
  readonly delayed: number;
  /** Jobs that are added, one at a time, for a worker that has nothing to do. */
  readonly lone: number;
};

export type QueueRates = {
  readonly addedPerSecond: number;
  readonly processedPerSecond: number;
  /** By how much each delayed job ran after its time. */
  readonly latenessMs: readonly number[];
  /** How long each lone job waited for its handler. */
  readonly waitMs: readonly number[];
};

/** Adds jobs and works them off, a tenth of them before anything is measured; then one by one, then delayed ones. */
export async function measureQueue(url: string, plan: QueuePlan): Promise<QueueRates> {
  const connection = createQueueConnection(url);
  const queue = createArenaQueue(connection);
  const warmUp = Math.ceil(plan.jobs / 10);
  try {
    await queue.ping();
    await addJobs(queue, warmUp);
    await processJobs(connection, warmUp);
    return {
      addedPerSecond: await addJobs(queue, plan.jobs),
      processedPerSecond: await processJobs(connection, plan.jobs),
      waitMs: await measureLoneJobs(connection, queue, plan.lone),
      latenessMs: await measureLateness(connection, queue, plan.delayed),
    };
  } finally {
    await queue.close();
  }
}

async function addJobs(queue: ArenaQueue, count: number): Promise<number> {
  return measureRate(count, async () => queue.enqueue('settle-event', { version: 1, eventId: createEventId() }));
}

/** Jobs per second from a worker's start until it has handled all of them. */
async function processJobs(connection: QueueConnection, count: number): Promise<number> {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let handled = 0;
  const startedAt = performance.now();
  const worker = openBenchWorker(connection, () => {
    handled += 1;
    if (handled === count) finish();
  });
  await finished;
  const durationMs = performance.now() - startedAt;
  await worker.close();
  return toRatePerSecond(count, durationMs);
}
