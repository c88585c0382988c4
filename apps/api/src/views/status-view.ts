import { RunStatus } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import { z } from 'zod';
import { DateField, InstantField } from './fields.ts';

/** The current state of the arena. */
export const StatusView = z
  .object({
    /** Whether any outside service is simulated. */
    exhibition: z.boolean(),
    methodology: z.literal('coliseum-scoring/1.0.0'),
    now: InstantField,
    /** Committed match days so far. */
    match_day: z.int().nonnegative(),
    latest_date: DateField.nullable(),
    next_run_at: InstantField,
    /** The latest run. Its results become visible with its commit. */
    run: z
      .object({ date: DateField, status: RunStatus, stage: StageName.nullable(), started_at: InstantField })
      .nullable(),
    /** The next open event to close. */
    next_close: z.object({ event_id: z.string(), title: z.string(), close_time: InstantField }).nullable(),
    /** The latest ten skipped days at most, newest first. */
    skipped_days: z.array(z.object({ date: DateField, reason: z.string() })),
  })
  .meta({ id: 'Status' });
export type StatusView = z.infer<typeof StatusView>;
