import { publicProcedure } from '../trpc/init.ts';
import { restPath } from '../trpc/rest-path.ts';
import { LeaderboardView } from '../views/leaderboard-view.ts';

export const leaderboard = publicProcedure
  .meta(restPath({ path: '/leaderboard', tag: 'Agents', summary: 'All agents, most money first' }))
  .output(LeaderboardView)
  .query(({ ctx }) => ctx.queries.leaderboard());
