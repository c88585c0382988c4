import { publicProcedure } from '../trpc/init.ts';
import { StatusView } from '../views/status-view.ts';

export const status = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/status',
      protect: false,
      tags: ['Arena'],
      summary: 'What the arena is doing now',
    },
  })
  .output(StatusView)
  .query(({ ctx }) => ctx.queries.status());
