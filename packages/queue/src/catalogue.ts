import { Id } from '@coliseum/domain/id';
import { MatchDate, toMatchDate } from '@coliseum/domain/match-date';
import { z } from 'zod';

const RunDay = z.strictObject({ version: z.literal(1), date: MatchDate });
const SettleEvent = z.strictObject({ version: z.literal(1), eventId: Id });
const RecheckSettled = z.strictObject({ version: z.literal(1) });
const LookUpControl = z.strictObject({ version: z.literal(1), date: MatchDate });
const Audit = z.strictObject({ version: z.literal(1) });
const Reconcile = z.strictObject({ version: z.literal(1) });
const PublishDataset = z.strictObject({ version: z.literal(1) });

/** The payload of each kind of job: ids and dates, never documents. The database holds the truth; a job only wakes work. */
export type JobPayloads = {
  'run-day': z.infer<typeof RunDay>;
  'settle-event': z.infer<typeof SettleEvent>;
  'recheck-settled': z.infer<typeof RecheckSettled>;
  'look-up-control': z.infer<typeof LookUpControl>;
  audit: z.infer<typeof Audit>;
  reconcile: z.infer<typeof Reconcile>;
  'publish-dataset': z.infer<typeof PublishDataset>;
};
export type JobName = keyof JobPayloads;

/** A kind of job as data. */
export type JobDefinition<P> = {
  readonly payload: z.ZodType<P>;
  /** Builds the job's id from its business key: no `:`, not all digits. While a job with that id exists, a second is ignored. */
  readonly toJobId: (payload: P) => string;
  /** The total number of attempts of a failing handler. */
  readonly attempts: number;
  /** Wait before the second attempt; doubles with each further one. */
  readonly retryDelayMs: number;
  /** Builds the payload of a scheduled job from the instant it was scheduled for; null when the job cannot be scheduled. */
  readonly toScheduledPayload: ((scheduledFor: Date) => P) | null;
};

export type JobCatalogue = { readonly [N in JobName]: JobDefinition<JobPayloads[N]> };

/** All jobs of the arena. */
export const jobCatalogue: JobCatalogue = {
  'run-day': {
    payload: RunDay,
    toJobId: (payload) => `run-day_${payload.date}`,
    attempts: 4,
    retryDelayMs: 60_000,
    toScheduledPayload: (scheduledFor) => ({ version: 1, date: toMatchDate(scheduledFor) }),
  },
  'settle-event': {
    payload: SettleEvent,
    toJobId: (payload) => `settle-event_${payload.eventId}`,
    attempts: 5,
    retryDelayMs: 30_000,
    toScheduledPayload: null,
  },
  'recheck-settled': {
    payload: RecheckSettled,
    toJobId: () => 'recheck-settled_now',
    attempts: 3,
    retryDelayMs: 60_000,
    toScheduledPayload: () => ({ version: 1 }),
  },
  'look-up-control': {
    payload: LookUpControl,
    toJobId: (payload) => `look-up-control_${payload.date}`,
    attempts: 3,
    retryDelayMs: 60_000,
    toScheduledPayload: (scheduledFor) => ({ version: 1, date: toMatchDate(scheduledFor) }),
  },
  audit: {
    payload: Audit,
    toJobId: () => 'audit_now',
    attempts: 3,
    retryDelayMs: 60_000,
    toScheduledPayload: () => ({ version: 1 }),
  },
  reconcile: {
    payload: Reconcile,
    toJobId: () => 'reconcile_now',
    attempts: 3,
    retryDelayMs: 10_000,
    toScheduledPayload: () => ({ version: 1 }),
  },
  'publish-dataset': {
    payload: PublishDataset,
    toJobId: () => 'publish-dataset_now',
    attempts: 3,
    retryDelayMs: 60_000,
    toScheduledPayload: () => ({ version: 1 }),
  },
};

/** Whether a name read from the queue is one of ours. */
export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobCatalogue, name);
}
