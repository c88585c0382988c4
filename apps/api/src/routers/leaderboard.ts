import { publicProcedure } from '../trpc/init.ts';
import { LeaderboardView } from '../views/leaderboard-view.ts';

export const leaderboard = publicProcedure
  .meta({
    openapi: {
      method: 'GET',
      path: '/leaderboard',
      protect: false,
      tags: ['Agents'],
      summary: 'All agents, most money first',
    },
  })
  .output(LeaderboardView)
  .query(({ ctx }) => ctx.queries.leaderboard());
