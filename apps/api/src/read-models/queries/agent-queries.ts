import { listAgentBets } from '../agent-bets.ts';
import { buildAgentDetail } from '../agent-detail.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildLeaderboard, rankByMoney } from '../leaderboard.ts';

type AgentQueries = Pick<ArenaQueries, 'leaderboard' | 'agentById' | 'listAgentBets'>;

/** The queries about agents. */
export function createAgentQueries({ reads, readArena, readIndex }: ArenaSource): AgentQueries {
  return {
    leaderboard: async () => buildLeaderboard(await readArena()),
    listAgentBets: async (input) => {
      const [index, agents] = await Promise.all([readIndex(), reads.agents.list()]);
      return agents.some(({ id }) => id === input.agent_id) ? listAgentBets(index, input) : null;
    },
    agentById: async (agentId) => {
      const arena = await readArena();
      const ranked = rankByMoney(arena.agents).find(({ item }) => item.id === agentId);
      return ranked === undefined ? null : buildAgentDetail({ ...arena, agent: ranked.item, rank: ranked.rank });
    },
  };
}
