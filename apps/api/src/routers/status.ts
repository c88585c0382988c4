import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { StatusView } from '../views/status-view.ts';

export const status = publicProcedure
  .meta(describeRestPath({ path: '/status', tag: 'Arena', summary: 'The current state of the arena' }))
  .output(StatusView)
  .query(({ ctx }) => ctx.queries.status());
