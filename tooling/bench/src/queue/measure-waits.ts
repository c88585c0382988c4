import { setTimeout as sleep } from 'node:timers/promises';
import { ensurePresent } from '@coliseum/domain/assert';
import type { QueueConnection } from '@coliseum/queue/connection';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import { createEventId } from './create-event-id.ts';
import { openBenchWorker } from './open-bench-worker.ts';

const FIRST_DELAY_MS = 500;
const DELAY_STEP_MS = 75;

/** By how many milliseconds each of `count` delayed jobs ran after its time. */
export async function measureLateness(connection: QueueConnection, queue: ArenaQueue, count: number) {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const dueAt = new Map<string, number>();
  const latenessMs: number[] = [];
  const worker = openBenchWorker(connection, (eventId) => {
    latenessMs.push(performance.now() - ensurePresent(dueAt.get(eventId), 'a job of this run'));
    if (latenessMs.length === count) finish();
  });
  await worker.waitUntilReady();
  for (let index = 0; index < count; index += 1) {
    const eventId = createEventId();
    const delayMs = FIRST_DELAY_MS + index * DELAY_STEP_MS;
    dueAt.set(eventId, performance.now() + delayMs);
    await queue.enqueue('settle-event', { version: 1, eventId }, { delayMs });
  }
  await finished;
  await worker.close();
  return latenessMs;
}

/** How many milliseconds each of `count` jobs waited that was added for a worker that had nothing to do. */
export async function measureLoneJobs(connection: QueueConnection, queue: ArenaQueue, count: number) {
  let handled = Promise.withResolvers<void>();
  const worker = openBenchWorker(connection, () => handled.resolve());
  await worker.waitUntilReady();
  const waitMs: number[] = [];
  for (let index = 0; index < count; index += 1) {
    // A worker that looks now and then is met at different moments of its pause.
    await sleep(200 + ((index * 370) % 1_000));
    handled = Promise.withResolvers<void>();
    const addedAt = performance.now();
    await queue.enqueue('settle-event', { version: 1, eventId: createEventId() });
    await handled.promise;
    waitMs.push(performance.now() - addedAt);
  }
  await worker.close();
  return waitMs;
}
