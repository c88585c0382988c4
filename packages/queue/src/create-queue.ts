import { AppError } from '@coliseum/domain/errors/app-error';
import { z } from 'zod';
import { buildJobOptions } from './build-job-options.ts';
import { callQueue } from './call-queue.ts';
import { isJobName, jobCatalogue, type JobCatalogue, type JobName, type JobPayloads } from './catalogue.ts';
import type { BullQueue, QueueConnection } from './connection.ts';
import { isScheduleLost, toNextJobId, type StoredSchedule } from './is-schedule-lost.ts';

const CronPattern = z.string().regex(/^[\d*,/-]+( [\d*,/-]+){4}$/, 'five fields, as in "0 14 * * *"');

export type NextRun = { readonly name: JobName; readonly nextRunAt: Date };

/** The producer's side of the arena's queue. Every call fails with `QUEUE_UNAVAILABLE` within five seconds. */
export type ArenaQueue = {
  /** Returns when the queue server answers. */
  readonly ping: () => Promise<void>;
  /** Adds a job. Does nothing while a job with the same business key is waiting or running. */
  readonly enqueue: <N extends JobName>(
    name: N,
    payload: JobPayloads[N],
    options?: { readonly delayMs?: number },
  ) => Promise<void>;
  /** Sets the one recurring schedule of a job, a cron pattern of five fields in UTC. One that was lost runs again. */
  readonly upsertSchedule: (name: JobName, cronPattern: string) => Promise<void>;
  /** The schedules with their next run, soonest first. One whose next job was lost runs never, and is left out. */
  readonly listNextRuns: () => Promise<readonly NextRun[]>;
  readonly close: () => Promise<void>;
};

type ArenaQueueOptions = {
  readonly catalogue?: JobCatalogue;
  /** Called when a connection is lost. BullMQ reconnects by itself. */
  readonly onError?: (error: Error) => void;
};

/** Opens the arena's queue for adding jobs. */
export function createArenaQueue(connection: QueueConnection, options: ArenaQueueOptions = {}): ArenaQueue {
  const { catalogue = jobCatalogue, onError = () => {} } = options;
  const queue = connection.openQueue();
  queue.on('error', onError);

  return {
    ping: async () => {
      await callQueue(connection, () => queue.waitUntilReady());
    },
    enqueue: async (name, payload, { delayMs = 0 } = {}) => {
      const definition = catalogue[name];
      const parsed = parseArgument(definition.payload, payload, name);
      const jobId = definition.toJobId(parsed);
      await callQueue(connection, () =>
        queue.add(name, parsed, { ...buildJobOptions(definition), jobId, delay: delayMs }),
      );
    },
    upsertSchedule: async (name, cronPattern) => {
      const definition = catalogue[name];
      if (!definition.toScheduledPayload) throw createArgumentInvalidError(`The job ${name} cannot be scheduled.`);
      const pattern = parseArgument(CronPattern, cronPattern, 'cron pattern');
      const template = { name, data: { version: 1 }, opts: buildJobOptions(definition) };
      await callQueue(connection, async () => {
        await clearLostSchedule(queue, name);
        await queue.upsertJobScheduler(name, { pattern, tz: 'UTC' }, template);
      });
    },
    listNextRuns: async () => toNextRuns(await callQueue(connection, () => listLiveSchedules(queue))),
    close: () => queue.close(),
  };
}

async function listLiveSchedules(queue: BullQueue): Promise<StoredSchedule[]> {
  const schedules = await queue.getJobSchedulers();
  const areLost = await Promise.all(schedules.map(async (schedule) => await isScheduleLost(queue, schedule)));
  return schedules.filter((_, index) => areLost[index] === false);
}

/** What is left of a lost schedule would stand in the way: BullMQ adds no job whose id it still knows. */
async function clearLostSchedule(queue: BullQueue, name: JobName): Promise<void> {
  const schedule = (await queue.getJobSchedulers()).find(({ key }) => key === name);
  if (schedule === undefined || !(await isScheduleLost(queue, schedule))) return;
  await queue.removeJobScheduler(name);
  await queue.remove(toNextJobId(schedule));
}

function toNextRuns(schedulers: readonly StoredSchedule[]): NextRun[] {
  return schedulers
    .flatMap(({ name, next }) => (isJobName(name) && next !== undefined ? [{ name, nextRunAt: new Date(next) }] : []))
    .toSorted((a, b) => a.nextRunAt.getTime() - b.nextRunAt.getTime());
}

function parseArgument<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw createArgumentInvalidError(`The ${what} is not valid. ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function createArgumentInvalidError(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
