import { toMatchDate } from '@coliseum/domain/match-date';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { ArenaContext } from '../arena/arena-context.ts';
import { activatePersonaOfWeek } from '../arena/persona-of-week.ts';
import { computeWakeTime } from '../settlement/settlement-times.ts';
import { getLastDueDate } from './last-due-date.ts';

type ReconcileContext = Pick<ArenaContext, 'clock' | 'processClock' | 'database' | 'personas' | 'settings'>;

/**
 * Puts into the queue what the database says should be there: the last due day if nobody has played it, and the
 * settlement of every open event. Jobs carry business keys, so those already there stay as they are.
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

/** A day that was skipped or given up stays so until an operator says otherwise; one that is being played is not touched. */
async function isUnplayed({ database, processClock }: ReconcileContext, date: string): Promise<boolean> {
  const run = await database.runs.findByDate(date);
  if (run === null) return true;
  const isHeld = run.leaseExpiresAt !== null && run.leaseExpiresAt > processClock.now();
  return run.status === 'running' && !isHeld;
}
