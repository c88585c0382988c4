import { z } from 'zod';
import { describeCount, describeDate, describeFlag, describeInstant } from './fields.ts';
import { RunView } from './run-view.ts';

/** Where the pipeline stands. */
export const PipelineStatusView = z
  .object({
    is_running: describeFlag('Whether a match day is being played now'),
    run: RunView.nullable().meta({ description: 'The latest run; null before the first' }),
    next_run_at: describeInstant('When the next match day starts'),
    latest_date: describeDate('The latest committed match day; null before the first').nullable(),
    unsettled: z
      .object({
        open: describeCount('Events that still trade or have just closed', 5),
        waiting_settlement: describeCount('Events whose result is asked for', 0),
        delayed: describeCount('Events whose result is late', 0),
      })
      .meta({ description: 'Events without a result, by state' }),
  })
  .meta({ id: 'PipelineStatus', description: 'Where the pipeline stands' });
export type PipelineStatusView = z.infer<typeof PipelineStatusView>;
