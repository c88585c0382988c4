import { toMatchDate } from '@coliseum/domain/match-date';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { ArenaContext } from '../arena/arena-context.ts';
import { activatePersonaOfWeek } from '../arena/persona-of-week.ts';
import { computeWakeTime } from '../settlement/settlement-times.ts';
import { getLastDueDate } from './last-due-date.ts';

type ReconcileContext = Pick<ArenaContext, 'clock' | 'processClock' | 'database' | 'personas' | 'settings'>;

/**
 * Enqueues what the database says should be in the queue: today's match day if it is due and not played, and the
 * settlement of every open event. Job ids are business keys, so jobs that already exist are left alone.
 */
export async function reconcile(context: ReconcileContext, queue: Pick<ArenaQueue, 'enqueue'>): Promise<void> {
  const { database, clock, settings } = context;
  const now = clock.now();
  await activatePersonaOfWeek(context, now);
  const date = getLastDueDate(now, settings.lockMinuteOfDay);
  if (date === toMatchDate(now) && (await isUnplayed(context, date))) {
    await queue.enqueue('run-day', { version: 1, date });
  }
  for (const event of await database.events.listUnsettled()) {
    const at = computeWakeTime(event, now);
    if (at !== null) {
      await queue.enqueue('settle-event', { version: 1, eventId: event.id }, { delayMs: at.getTime() - now.getTime() });
    }
  }
}

/** True for a day that was never started, or whose worker died. Skipped and failed days wait for an operator. */
async function isUnplayed({ database, processClock }: ReconcileContext, date: string): Promise<boolean> {
  const run = await database.runs.findByDate(date);
  if (run === null) return true;
  const isHeld = run.leaseExpiresAt !== null && run.leaseExpiresAt > processClock.now();
  return run.status === 'running' && !isHeld;
}
