import { publicProcedure, router } from '../trpc/init.ts';
import { requireFound } from '../trpc/require-found.ts';
import { describeRestPath } from '../trpc/rest-path.ts';
import { AgentBetsInput, AgentBetsView } from '../views/agent-bets-view.ts';
import { AgentScoresView } from '../views/agent-scores-view.ts';
import { AgentByIdInput, AgentView } from '../views/agent-view.ts';

export const agents = router({
  byId: publicProcedure
    .meta(
      describeRestPath({
        path: '/agents/{agent_id}',
        tag: 'Agents',
        summary: 'One agent with its record',
        description: 'Its money, its counts, its latest bets and its bankroll day by day.',
        errors: [400, 404],
      }),
    )
    .input(AgentByIdInput)
    .output(AgentView)
    .query(async ({ ctx, input }) =>
      requireFound(await ctx.queries.agentById(input.agent_id), 'agent', input.agent_id),
    ),
  scores: publicProcedure
    .meta(
      describeRestPath({
        path: '/agents/{agent_id}/scores',
        tag: 'Scores',
        summary: "Everything that an agent's forecasts and bets scored",
        description: 'Calibration, the Murphy decomposition, categories, persona weeks, the three ledgers and sizing.',
        errors: [400, 404],
      }),
    )
    .input(AgentByIdInput)
    .output(AgentScoresView)
    .query(async ({ ctx, input }) =>
      requireFound(await ctx.queries.agentScores(input.agent_id), 'agent', input.agent_id),
    ),
  bets: publicProcedure
    .meta(
      describeRestPath({
        path: '/agents/{agent_id}/bets',
        tag: 'Agents',
        summary: "A page of an agent's answers, newest first",
        description: 'All of them, passes and missing answers too. All filters that are given hold.',
        errors: [400, 404],
      }),
    )
    .input(AgentBetsInput)
    .output(AgentBetsView)
    .query(async ({ ctx, input }) => requireFound(await ctx.queries.listAgentBets(input), 'agent', input.agent_id)),
});
