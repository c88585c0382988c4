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

/** The queue's recurring jobs; null when no queue is running, `unavailable` when it does not answer. */
type Schedules = readonly NextRun[] | 'unavailable' | null;

/** `arena schedule`: shows the next match day, upcoming and delayed settlements, and the queue's recurring jobs. */
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
  const next = `Next match day: ${nextDay.date}, starting at ${formatUtc(nextDay.at)}.`;
  if (pendingDay === null) return [next];
  const { date, status, reason } = pendingDay;
  const state = status ?? 'not started; a running worker starts it within 15 minutes';
  return [`Match day ${date} is due: ${state}${reason === null ? '' : ` (${reason})`}.`, next];
}

function describeSettlements({ settlements }: UpcomingWork, delayed: number): string[] {
  if (settlements.length === 0) return ['No events to settle.'];
  const rows = settlements
    .slice(0, SHOWN)
    .map(({ ticker, at, isDelayed }) => [`  ${ticker}`, formatUtc(at), isDelayed ? 'delayed' : '']);
  const more = settlements.length > SHOWN ? [`  and ${settlements.length - SHOWN} more`] : [];
  return [`Events to settle: ${settlements.length}, of which delayed: ${delayed}`, formatTable(rows), ...more];
}

function describeQueue(schedules: Schedules): string[] {
  if (schedules === null) return ['Queue not running. Start the worker, or the whole arena with "npm start".'];
  if (schedules === 'unavailable') return ['Queue unavailable. Nothing runs until it answers.'];
  if (schedules.length === 0) return ['Queue has no recurring jobs. The worker creates them when it starts.'];
  return ['Recurring jobs:', formatTable(schedules.map(({ name, nextRunAt }) => [`  ${name}`, formatUtc(nextRunAt)]))];
}

function formatUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
