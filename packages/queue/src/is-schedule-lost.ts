import type { BullQueue } from './connection.ts';

/** A schedule as the queue keeps it: `next` is the instant of the job that carries it on. */
export type StoredSchedule = { readonly key: string; readonly name: string; readonly next?: number };

const ALIVE: ReadonlySet<string> = new Set(['delayed', 'waiting', 'prioritized', 'paused', 'active']);

/** The id that BullMQ gives to the next job of a schedule. */
export function toNextJobId({ key, next }: StoredSchedule): string {
  return `repeat:${key}:${String(next)}`;
}

/**
 * Whether the job that carries the schedule on is gone, or in no list that a worker takes jobs from. The schedule alone
 * wakes nothing: each of its jobs adds the next one.
 */
export async function isScheduleLost(
  queue: Pick<BullQueue, 'getJob' | 'getJobState'>,
  schedule: StoredSchedule,
): Promise<boolean> {
  if (schedule.next === undefined) return true;
  const jobId = toNextJobId(schedule);
  if ((await queue.getJob(jobId)) === undefined) return true;
  return !ALIVE.has(await queue.getJobState(jobId));
}
