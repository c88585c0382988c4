import type { DefaultJobOptions } from 'bullmq';
import type { JobDefinition } from './catalogue.ts';

/**
 * How BullMQ treats a job. Finished and failed jobs are not kept: a kept one would block its id, and what happened is
 * in the log and in the database.
 */
export function buildJobOptions(
  definition: Pick<JobDefinition<never>, 'attempts' | 'retryDelayMs'>,
): DefaultJobOptions {
  return {
    attempts: definition.attempts,
    backoff: { type: 'exponential', delay: definition.retryDelayMs },
    removeOnComplete: true,
    removeOnFail: true,
  };
}
