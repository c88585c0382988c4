import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { CostsInput, CostsView } from '../views/costs-view.ts';

export const costs = publicProcedure
  .meta({
    ...describeRestPath({
      path: '/costs',
      tag: 'Pipeline',
      summary: 'What paid calls cost',
      description:
        'By match day, service, purpose and agent, over at most 31 days. Calls that failed are counted with what they cost.',
      errors: [400],
    }),
    changesWith: 'progress',
  })
  .input(CostsInput.prefault({}))
  .output(CostsView)
  .query(({ ctx, input }) => ctx.queries.costs(input));
