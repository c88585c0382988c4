import { failure, success, type Result } from '@coliseum/domain/result';
import { z } from 'zod';
import type { JobDefinition } from './catalogue.ts';

/** What is read of a job as the queue gives it. */
export type StoredJob = {
  readonly data: unknown;
  readonly opts: { readonly prevMillis?: number; readonly repeatJobKey?: string };
};

/**
 * The job's payload, checked again, as another version may have written it. A scheduled job carries none of its own:
 * its payload is made from the instant it was scheduled for, which BullMQ keeps in `prevMillis`.
 */
export function readPayload<P>(job: StoredJob, definition: JobDefinition<P>): Result<P, string> {
  const { prevMillis, repeatJobKey } = job.opts;
  if (repeatJobKey !== undefined && prevMillis !== undefined) {
    if (!definition.scheduledPayload) return failure('The job came from a schedule it cannot have.');
    return success(definition.scheduledPayload(new Date(prevMillis)));
  }
  const parsed = definition.payload.safeParse(job.data);
  return parsed.success ? success(parsed.data) : failure(`The payload is not valid. ${z.prettifyError(parsed.error)}`);
}
