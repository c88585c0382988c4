import { publicProcedure, router } from '../trpc/init.ts';
import { orNotFound } from '../trpc/or-not-found.ts';
import { AgentByIdInput, AgentView } from '../views/agent-view.ts';

export const agents = router({
  byId: publicProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/agents/{agent_id}',
        protect: false,
        tags: ['Agents'],
        summary: 'One agent with its record',
      },
    })
    .input(AgentByIdInput)
    .output(AgentView)
    .query(async ({ ctx, input }) => orNotFound(await ctx.queries.agentById(input.agent_id), 'agent', input.agent_id)),
});
