import { buildAgentDetail } from '../agent-detail.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildLeaderboard, rankByMoney } from '../leaderboard.ts';

type AgentQueries = Pick<ArenaQueries, 'leaderboard' | 'agentById'>;

/** The queries about agents. */
export function createAgentQueries({ readArena }: ArenaSource): AgentQueries {
  return {
    leaderboard: async () => buildLeaderboard(await readArena()),
    agentById: async (agentId) => {
      const arena = await readArena();
      const ranked = rankByMoney(arena.agents).find(({ item }) => item.id === agentId);
      return ranked === undefined ? null : buildAgentDetail({ ...arena, agent: ranked.item, rank: ranked.rank });
    },
  };
}
