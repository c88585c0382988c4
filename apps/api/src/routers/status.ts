import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { StatusView } from '../views/status-view.ts';

export const status = publicProcedure
  .meta({
    ...describeRestPath({
      path: '/status',
      tag: 'Arena',
      summary: 'The current state of the arena',
      description: 'Where the day stands, when the next one starts and which days were skipped.',
    }),
    changesWith: 'clock',
  })
  .output(StatusView)
  .query(({ ctx }) => ctx.queries.status());
