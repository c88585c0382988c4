import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { SearchInput, SearchView } from '../views/search-view.ts';

export const search = publicProcedure
  .meta(
    describeRestPath({
      path: '/search',
      tag: 'Arena',
      summary: 'Finds events, agents and match days by words',
      description: 'In titles, questions, tickers, names, dates and personas. All words have to be there.',
      errors: [400],
    }),
  )
  .input(SearchInput)
  .output(SearchView)
  .query(({ ctx, input }) => ctx.queries.search(input));
