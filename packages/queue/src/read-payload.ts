import { failure, success, type Result } from '@coliseum/domain/result';
import { z } from 'zod';
import type { JobDefinition } from './catalogue.ts';

/** The part of a BullMQ job that is read. */
export type StoredJob = {
  readonly id?: string;
  readonly data: unknown;
  /** The schedule that created it. */
  readonly repeatJobKey?: string;
};

/** BullMQ names a scheduled job `repeat:<schedule>:<milliseconds of its instant>`, and keeps the instant nowhere else. */
const SCHEDULED_ID = /^repeat:.+:(\d+)$/;

/**
 * The job's payload, validated again because another version may have written it. A scheduled job has none of its own:
 * it is built from the instant it was scheduled for.
 */
export function readPayload<P>(definition: JobDefinition<P>, job: StoredJob): Result<P, string> {
  if (job.repeatJobKey !== undefined) return buildScheduledPayload(definition, job.id ?? '');
  const parsed = definition.payload.safeParse(job.data);
  return parsed.success ? success(parsed.data) : failure(`The payload is not valid. ${z.prettifyError(parsed.error)}`);
}

function buildScheduledPayload<P>(definition: JobDefinition<P>, jobId: string): Result<P, string> {
  const instant = SCHEDULED_ID.exec(jobId)?.[1];
  if (instant === undefined) return failure(`The scheduled job ${jobId} does not say when it was due.`);
  if (!definition.toScheduledPayload) return failure('The job came from a schedule it cannot have.');
  return success(definition.toScheduledPayload(new Date(Number(instant))));
}
