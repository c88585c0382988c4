import { publicProcedure, router } from '../trpc/init.ts';
import { orNotFound } from '../trpc/or-not-found.ts';
import { restPath } from '../trpc/rest-path.ts';
import { AgentByIdInput, AgentView } from '../views/agent-view.ts';

export const agents = router({
  byId: publicProcedure
    .meta(
      restPath({ path: '/agents/{agent_id}', tag: 'Agents', summary: 'One agent with its record', errors: [400, 404] }),
    )
    .input(AgentByIdInput)
    .output(AgentView)
    .query(async ({ ctx, input }) => orNotFound(await ctx.queries.agentById(input.agent_id), 'agent', input.agent_id)),
});
