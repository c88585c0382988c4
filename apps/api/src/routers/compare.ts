import { publicProcedure } from '../trpc/init.ts';
import { requireFound } from '../trpc/require-found.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { CompareInput, CompareView } from '../views/compare-view.ts';

export const compare = publicProcedure
  .meta(
    describeRestPath({
      path: '/compare/{a}/{b}',
      tag: 'Scores',
      summary: 'Two agents on the events that both answered',
      description: 'What separates them, if anything does, and how often each was closer.',
      errors: [400, 404],
    }),
  )
  .input(CompareInput)
  .output(CompareView)
  .query(async ({ ctx, input }) =>
    requireFound(await ctx.queries.compare(input), 'pair of agents', `${input.a} and ${input.b}`),
  );
