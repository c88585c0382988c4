import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { RulesView } from '../views/rules-view.ts';

export const rules = publicProcedure
  .meta(describeRestPath({ path: '/rules', tag: 'Arena', summary: 'The rules of the arena' }))
  .output(RulesView)
  .query(({ ctx }) => ctx.queries.rules());
