import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { minuteOfDay } from '@coliseum/config/minute-of-day';
import { systemClock } from '@coliseum/domain/clock';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { matchDateOf } from '@coliseum/domain/match-date';
import { findRunningStack } from '@coliseum/local-stack/data-folder/stack-file';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue, type NextRun } from '@coliseum/queue/create-queue';
import { whatIsNext, type WhatIsNext } from '../../schedule/what-is-next.ts';
import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatTable } from '../table.ts';
import { withSession } from '../with-session.ts';

const SHOWN = 20;

/** The recurring jobs of the queue; null where no queue runs, `unavailable` where it does not answer. */
type Schedules = readonly NextRun[] | 'unavailable' | null;

/** `arena schedule`: the next day, the next settlements and what is late, from the database; and the queue's own schedules. */
export async function schedule(surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(surroundings, async ({ database, environment }) => {
    const now = systemClock.now();
    const next = whatIsNext({
      now,
      lockMinuteOfDay: minuteOfDay(environment.dailyRunAtUtc),
      todaysRun: await database.runs.findByDate(matchDateOf(now)),
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
    return await queue.nextRuns();
  } catch (error) {
    if (!isAppError(error, 'QUEUE_UNAVAILABLE')) throw error;
    return 'unavailable';
  } finally {
    await queue.close();
  }
}

function describeDays({ nextDay, pendingDay }: WhatIsNext): string[] {
  const next = `The next match day is ${nextDay.date}, at ${utc(nextDay.at)}.`;
  if (pendingDay === null) return [next];
  const { date, status, reason } = pendingDay;
  const state = status ?? 'not begun; a running worker begins it within 15 minutes';
  return [`${date} is due and ${state}${reason === null ? '' : ` (${reason})`}.`, next];
}

function describeSettlements({ settlements }: WhatIsNext, delayed: number): string[] {
  if (settlements.length === 0) return ['No event waits for its result.'];
  const rows = settlements
    .slice(0, SHOWN)
    .map(({ ticker, at, isDelayed }) => [`  ${ticker}`, utc(at), isDelayed ? 'delayed' : '']);
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
    formatTable(schedules.map(({ name, nextRunAt }) => [`  ${name}`, utc(nextRunAt)])),
  ];
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
