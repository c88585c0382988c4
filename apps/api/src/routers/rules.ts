import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { RulesView } from '../views/rules-view.ts';

export const rules = publicProcedure
  .meta(
    describeRestPath({
      path: '/rules',
      tag: 'Arena',
      summary: 'The rules of the arena',
      description: 'Those of the game, such as the cap on a stake, and those its operator sets, such as the hour.',
    }),
  )
  .output(RulesView)
  .query(({ ctx }) => ctx.queries.rules());
