import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { BatchListInput, BatchListView } from '../views/batch-list-view.ts';

export const batches = publicProcedure
  .meta(
    describeRestPath({
      path: '/batches',
      tag: 'Events',
      summary: 'A page of match days, newest first',
      description: 'Each with its events, its counts and its receipt. Only committed match days are visible.',
      errors: [400],
    }),
  )
  .input(BatchListInput.prefault({}))
  .output(BatchListView)
  .query(({ ctx, input }) => ctx.queries.listBatches(input));
