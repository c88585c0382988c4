import type { Agent } from '@coliseum/domain/agent';
import { rankByScore, type Ranked } from '@coliseum/domain/ranking';
import type { LeaderboardView } from '../views/leaderboard-view.ts';
import { buildAgentRow } from './agent-row.ts';
import type { Standings } from './standings.ts';

type LeaderboardInput = { readonly agents: readonly Agent[]; readonly standings: Standings; readonly now: Date };

/** All agents, highest bankroll first; equal bankrolls share a rank. */
export function buildLeaderboard({ agents, standings, now }: LeaderboardInput): LeaderboardView {
  return {
    updated_at: now.toISOString(),
    ranking: 'money',
    complete_days: standings.skill.completeDays,
    agents: rankByMoney(agents).map(({ item, rank }) => buildAgentRow({ agent: item, rank, standings, now })),
    crowd: { brier: standings.skill.crowd.brier },
  };
}

/** Ranks the agents by settled bankroll. */
export function rankByMoney(agents: readonly Agent[]): Ranked<Agent>[] {
  return rankByScore(agents, ({ currentBankrollCents }) => currentBankrollCents);
}
