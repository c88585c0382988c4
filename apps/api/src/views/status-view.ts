import { RunStatus } from '@coliseum/domain/pipeline-run';
import { StageName } from '@coliseum/domain/stage-name';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import { z } from 'zod';
import { describeCount, describeDate, describeFlag, describeId, describeInstant, describeText } from './fields.ts';

/** The current state of the arena. */
export const StatusView = z
  .object({
    exhibition: describeFlag('Whether any outside service is simulated'),
    methodology: z.literal(SCORING_METHODOLOGY).meta({ description: 'The methodology of all figures' }),
    now: describeInstant('When this was asked'),
    revision: describeCount('The state of the data: it rises with every change', 412),
    updated_at: describeInstant('When the data last changed'),
    stale: describeFlag('Whether the database is out of reach, so that answers are the last that are known'),
    confirmed_at: describeInstant('When the database last said that nothing else had changed'),
    match_day: describeCount('Committed match days so far', 30),
    latest_date: describeDate('The latest match day; null before the first').nullable(),
    next_run_at: describeInstant('When the next match day starts'),
    run: z
      .object({
        date: describeDate('Its match day'),
        status: RunStatus.meta({ description: 'How it goes' }),
        stage: StageName.nullable().meta({ description: 'The stage it is in; null once it has ended' }),
        started_at: describeInstant('When it started'),
      })
      .nullable()
      .meta({ description: 'The latest run; null before the first. Its results become visible with its commit' }),
    next_close: z
      .object({
        event_id: describeId('the event'),
        title: describeText('Title of the event', 'Will the Fed cut rates in January?'),
        close_time: describeInstant('When trading ends'),
      })
      .nullable()
      .meta({ description: 'The next open event to close; null when none is open' }),
    skipped_days: z
      .array(z.object({ date: describeDate('The day'), reason: describeText('Why, as a code', 'kalshi_unavailable') }))
      .meta({ description: 'The latest skipped days, at most ten, newest first' }),
  })
  .meta({ id: 'Status', description: 'The current state of the arena' });
export type StatusView = z.infer<typeof StatusView>;
