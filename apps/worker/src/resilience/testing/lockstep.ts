import type { Database } from '@coliseum/db/database';
import type { Clock } from '@coliseum/domain/clock';
import { jobCatalogue, type JobName, type JobPayloads } from '@coliseum/queue/catalogue';
import type { ArenaQueue } from '@coliseum/queue/create-queue';
import type { JobHandlers, JobResult } from '@coliseum/queue/create-worker';

/** Runs the jobs of a real queue in the order of simulated time. */
export type Lockstep = {
  /**
   * Wraps the queue: records when each job is due on the simulated clock, and reduces its real delay to almost none.
   */
  readonly drive: (queue: Pick<ArenaQueue, 'enqueue'>) => Pick<ArenaQueue, 'enqueue'>;
  /** Wraps the handlers: days, settlements and look-ups wait until they are due first, and then move the clock. */
  readonly hold: (handlers: JobHandlers) => JobHandlers;
  /** Stops all jobs after this one has run, and resolves then. */
  readonly stopAfter: (jobId: string) => Promise<void>;
  /** Forgets all waiting jobs, as after the queue's storage is deleted, and lets jobs run again. */
  readonly reset: () => void;
  /** Number of waiting jobs. */
  readonly countWaiting: () => number;
};

type LockstepOptions = {
  readonly database: Pick<Database, 'events'>;
  readonly clock: Clock;
  /** Moves the clocks of the arena and of the simulated services. */
  readonly moveTo: (instant: Date) => void;
};

type DueJob = { readonly at: Date; readonly order: string };

/** How soon the job that is due first is tried again. Every job before another makes that one wait as long once more. */
const RETRY_DELAY_MS = 20;

/** Lets a real queue and its worker run on a simulated clock, always with the job that is due first. */
export function createLockstep({ database, clock, moveTo }: LockstepOptions): Lockstep {
  const pending = new Map<string, DueJob>();
  let stop: { readonly after: string; readonly reached: () => void } | null = null;
  let isStopped = false;
  const toDueJob = (delayMs: number, order: string): DueJob => ({
    at: new Date(clock.now().getTime() + delayMs),
    order,
  });

  const run = async (jobId: string, work: () => Promise<JobResult>): Promise<JobResult> => {
    const due = pending.get(jobId);
    const before = due === undefined ? 0 : countBefore(due, pending.values());
    if (isStopped || due === undefined || before > 0) {
      return { outcome: 'again', delayMs: RETRY_DELAY_MS * (before + 1) };
    }
    moveTo(due.at);
    const result = await work();
    if (result.outcome === 'done') pending.delete(jobId);
    else pending.set(jobId, toDueJob(result.delayMs, due.order));
    if (stop?.after === jobId) {
      isStopped = true;
      stop.reached();
    }
    return result.outcome === 'done' ? result : { ...result, delayMs: RETRY_DELAY_MS };
  };
  const holdHandler =
    <N extends JobName>(name: N, handlers: JobHandlers) =>
    async (payload: JobPayloads[N]): Promise<JobResult> =>
      await run(jobCatalogue[name].toJobId(payload), async () => await handlers[name](payload));

  return {
    drive: (queue) => ({
      enqueue: async (name, payload, { delayMs = 0 } = {}) => {
        const jobId = jobCatalogue[name].toJobId(payload);
        if (!pending.has(jobId)) pending.set(jobId, toDueJob(delayMs, await computeOrder(database, jobId, payload)));
        await queue.enqueue(name, payload, { delayMs: Math.min(delayMs, RETRY_DELAY_MS) });
      },
    }),
    hold: (handlers) => ({
      ...handlers,
      'run-day': holdHandler('run-day', handlers),
      'settle-event': holdHandler('settle-event', handlers),
      'look-up-control': holdHandler('look-up-control', handlers),
    }),
    stopAfter: async (jobId) =>
      await new Promise((resolve) => {
        stop = { after: jobId, reached: resolve };
      }),
    reset: () => {
      pending.clear();
      isStopped = false;
      stop = null;
    },
    countWaiting: () => pending.size,
  };
}

/** At the same time, settlements come before the match day, in match order, as in a season's agenda. */
async function computeOrder({ events }: LockstepOptions['database'], jobId: string, payload: object): Promise<string> {
  const event =
    'eventId' in payload && typeof payload.eventId === 'string' ? await events.findById(payload.eventId) : null;
  return event === null ? `2_${jobId}` : `1_${event.matchDate}_${event.matchNumber}`;
}

function countBefore(due: DueJob, all: Iterable<DueJob>): number {
  return [...all].filter((other) => {
    const byTime = other.at.getTime() - due.at.getTime();
    return byTime < 0 || (byTime === 0 && other.order < due.order);
  }).length;
}
