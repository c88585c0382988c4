import type { JobName } from '@coliseum/queue/catalogue';
import type { ArenaQueue } from '@coliseum/queue/create-queue';

/** Every quarter of an hour, off the full ones at which days begin, what the queue may have lost is found in the database. */
const RECONCILE_PATTERN = '7,22,37,52 * * * *';

const SCHEDULED = ['run-day', 'recheck-settled', 'reconcile'] as const satisfies readonly JobName[];

const MINUTES_PER_DAY = 1440;

/** Sets the arena's recurring jobs, all in UTC. Safe to repeat: there is one schedule a job. */
export async function upsertSchedules(
  queue: Pick<ArenaQueue, 'upsertSchedule'>,
  lockMinuteOfDay: number,
): Promise<void> {
  await queue.upsertSchedule('run-day', toDailyPattern(lockMinuteOfDay));
  // Half a day away from the match day, so that the two never wait for each other at the exchange.
  await queue.upsertSchedule(
    'recheck-settled',
    toDailyPattern((lockMinuteOfDay + MINUTES_PER_DAY / 2) % MINUTES_PER_DAY),
  );
  await queue.upsertSchedule('reconcile', RECONCILE_PATTERN);
}

/** The recurring jobs that the queue does not have. */
export async function findMissingSchedules(queue: Pick<ArenaQueue, 'listNextRuns'>): Promise<readonly JobName[]> {
  const set = (await queue.listNextRuns()).map(({ name }) => name);
  return SCHEDULED.filter((name) => !set.includes(name));
}

function toDailyPattern(minuteOfDay: number): string {
  return `${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * *`;
}
