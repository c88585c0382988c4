import type { ArenaQueue } from '@coliseum/queue/create-queue';

/** Every quarter of an hour, off the full ones at which days begin, what the queue may have lost is found in the database. */
const RECONCILE_PATTERN = '7,22,37,52 * * * *';

/** Sets the arena's recurring jobs, all in UTC. Safe to repeat: there is one schedule a job. */
export async function upsertSchedules(
  queue: Pick<ArenaQueue, 'upsertSchedule'>,
  lockMinuteOfDay: number,
): Promise<void> {
  await queue.upsertSchedule('run-day', `${lockMinuteOfDay % 60} ${Math.floor(lockMinuteOfDay / 60)} * * *`);
  await queue.upsertSchedule('reconcile', RECONCILE_PATTERN);
}
