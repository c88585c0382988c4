import { publicProcedure } from '../trpc/init.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { LeaderboardView } from '../views/leaderboard-view.ts';

export const leaderboard = publicProcedure
  .meta(
    describeRestPath({
      path: '/leaderboard',
      tag: 'Agents',
      summary: 'All agents, highest bankroll first',
      description: 'The league table. It is ranked by money, which mixes forecasting with stake size and luck.',
    }),
  )
  .output(LeaderboardView)
  .query(({ ctx }) => ctx.queries.leaderboard());
