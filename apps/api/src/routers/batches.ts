import { publicProcedure } from '../trpc/init.ts';
import { BatchListView } from '../views/batch-list-view.ts';
import { Pagination } from '../views/pagination.ts';

export const batches = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/batches',
      protect: false,
      tags: ['Events'],
      summary: 'A page of match days, newest first',
    },
  })
  .input(Pagination)
  .output(BatchListView)
  .query(({ ctx, input }) => ctx.queries.listBatches(input));
