import type { JobName } from '@coliseum/queue/catalogue';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import { getLookUpMinuteOfDay } from '../control/look-up-time.ts';

/** Every 15 minutes, but not on the hour or half hour when match days usually start. */
const RECONCILE_PATTERN = '7,22,37,52 * * * *';

const SCHEDULED = [
  'run-day',
  'recheck-settled',
  'look-up-control',
  'audit',
  'reconcile',
  'publish-dataset',
] as const satisfies readonly JobName[];

const MINUTES_PER_DAY = 1440;
/** In the arena's night, when nothing closes: fifteen hours after the match day began. */
const AUDIT_AFTER_MINUTES = 900;

/** Creates the arena's recurring jobs, all in UTC. Safe to repeat: there is one schedule per job. */
export async function upsertSchedules(
  queue: Pick<ArenaQueue, 'upsertSchedule'>,
  lockMinuteOfDay: number,
): Promise<void> {
  await queue.upsertSchedule('run-day', toDailyPattern(lockMinuteOfDay));
  // Twelve hours from the match day, so that the two never compete for the exchange's rate limit.
  await queue.upsertSchedule(
    'recheck-settled',
    toDailyPattern((lockMinuteOfDay + MINUTES_PER_DAY / 2) % MINUTES_PER_DAY),
  );
  await queue.upsertSchedule('look-up-control', toDailyPattern(getLookUpMinuteOfDay(lockMinuteOfDay)));
  await queue.upsertSchedule('audit', toDailyPattern((lockMinuteOfDay + AUDIT_AFTER_MINUTES) % MINUTES_PER_DAY));
  await queue.upsertSchedule('reconcile', RECONCILE_PATTERN);
  // An hour after the recheck, so that a version holds what that has amended.
  await queue.upsertSchedule(
    'publish-dataset',
    toDailyPattern((lockMinuteOfDay + MINUTES_PER_DAY / 2 + 60) % MINUTES_PER_DAY),
  );
}

/** The recurring jobs that are missing from the queue. */
export async function findMissingSchedules(queue: Pick<ArenaQueue, 'listNextRuns'>): Promise<readonly JobName[]> {
  const set = (await queue.listNextRuns()).map(({ name }) => name);
  return SCHEDULED.filter((name) => !set.includes(name));
}

function toDailyPattern(minuteOfDay: number): string {
  return `${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * *`;
}
