import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { BatchListView } from '../views/batch-list-view.ts';
import { Pagination } from '../views/pagination.ts';

export const batches = publicProcedure
  .meta(
    describeRestPath({ path: '/batches', tag: 'Events', summary: 'A page of match days, newest first', errors: [400] }),
  )
  .input(Pagination.prefault({}))
  .output(BatchListView)
  .query(({ ctx, input }) => ctx.queries.listBatches(input));
