import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { toMinuteOfDay } from '@coliseum/config/minute-of-day';
import { systemClock } from '@coliseum/domain/clock';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { toMatchDate } from '@coliseum/domain/match-date';
import { findRunningStack } from '@coliseum/local-stack/data-folder/stack-file';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue, type NextRun } from '@coliseum/queue/create-queue';
import { findUpcomingWork, type UpcomingWork } from '../../schedule/find-upcoming-work.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

const SHOWN = 20;

/** The recurring jobs of the queue; null where no queue runs, `unavailable` where it does not answer. */
type Schedules = readonly NextRun[] | 'unavailable' | null;

/** `arena schedule`: the next day, the next settlements and what is late, from the database; and the queue's own schedules. */
export async function showSchedule(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const now = systemClock.now();
    const next = findUpcomingWork({
      now,
      lockMinuteOfDay: toMinuteOfDay(environment.dailyRunAtUtc),
      todaysRun: await database.runs.findByDate(toMatchDate(now)),
      unsettled: await database.events.listUnsettled(),
    });
    const schedules = await readSchedules(environment);
    const delayed = next.settlements.filter(({ isDelayed }) => isDelayed).length;
    return {
      data: { now, ...next, delayed, schedules },
      text: [...describeDays(next), ...describeSettlements(next, delayed), ...describeQueue(schedules)].join('\n'),
      isInOrder: schedules !== 'unavailable',
    };
  });
}

async function readSchedules(environment: Environment): Promise<Schedules> {
  const queueUrl = environment.queueUrl ?? (await findRunningStack(resolve(environment.dataDir)))?.queueUrl ?? null;
  if (queueUrl === null) return null;
  const queue = createArenaQueue(createQueueConnection(queueUrl));
  try {
    return await queue.listNextRuns();
  } catch (error) {
    if (!isAppError(error, 'QUEUE_UNAVAILABLE')) throw error;
    return 'unavailable';
  } finally {
    await queue.close();
  }
}

function describeDays({ nextDay, pendingDay }: UpcomingWork): string[] {
  const next = `The next match day is ${nextDay.date}, at ${formatUtc(nextDay.at)}.`;
  if (pendingDay === null) return [next];
  const { date, status, reason } = pendingDay;
  const state = status ?? 'not begun; a running worker begins it within 15 minutes';
  return [`${date} is due and ${state}${reason === null ? '' : ` (${reason})`}.`, next];
}

function describeSettlements({ settlements }: UpcomingWork, delayed: number): string[] {
  if (settlements.length === 0) return ['No event waits for its result.'];
  const rows = settlements
    .slice(0, SHOWN)
    .map(({ ticker, at, isDelayed }) => [`  ${ticker}`, formatUtc(at), isDelayed ? 'delayed' : '']);
  const more = settlements.length > SHOWN ? [`  and ${settlements.length - SHOWN} more`] : [];
  return [
    `${settlements.length} events wait for their result, ${delayed} of them delayed:`,
    formatTable(rows),
    ...more,
  ];
}

function describeQueue(schedules: Schedules): string[] {
  if (schedules === null) return ['No queue runs: "npm start" or the worker sets the schedules.'];
  if (schedules === 'unavailable') return ['The queue does not answer. Settlements and the day wait until it does.'];
  if (schedules.length === 0) return ['The queue has no schedules: no worker runs. It sets them when it starts.'];
  return [
    'Schedules in the queue:',
    formatTable(schedules.map(({ name, nextRunAt }) => [`  ${name}`, formatUtc(nextRunAt)])),
  ];
}

function formatUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
