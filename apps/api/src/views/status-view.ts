import { RunStatus } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import { z } from 'zod';
import { DateField, InstantField } from './fields.ts';

/** What the arena is doing at this moment. */
export const StatusView = z
  .object({
    /** Any of the outside services is the simulator. */
    exhibition: z.boolean(),
    methodology: z.literal('coliseum-scoring/1.0.0'),
    now: InstantField,
    /** Committed match days so far. */
    match_day: z.int().nonnegative(),
    latest_date: DateField.nullable(),
    next_run_at: InstantField,
    /** The newest run. Its results are visible only once it is committed. */
    run: z
      .object({ date: DateField, status: RunStatus, stage: StageName.nullable(), started_at: InstantField })
      .nullable(),
    /** The open event that closes soonest. */
    next_close: z.object({ event_id: z.string(), title: z.string(), close_time: InstantField }).nullable(),
    /** Days without a match, newest first, at most ten. */
    skipped_days: z.array(z.object({ date: DateField, reason: z.string() })),
  })
  .meta({ id: 'Status' });
export type StatusView = z.infer<typeof StatusView>;
