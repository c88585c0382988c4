import { z } from 'zod';
import { describeDate } from './fields.ts';
import { DatePageInput, pageFields } from './pagination.ts';
import { RunView } from './run-view.ts';

export const RunListInput = DatePageInput;
export type RunListInput = z.infer<typeof RunListInput>;

/** A page of runs, newest first. */
export const RunListView = z
  .object({
    ...pageFields,
    next_cursor: describeDate('`cursor` of the next page; null on the last').nullable(),
    runs: z.array(RunView).meta({ description: 'Runs, newest first' }),
  })
  .meta({ id: 'RunList', description: 'A page of runs, newest first' });
export type RunListView = z.infer<typeof RunListView>;
