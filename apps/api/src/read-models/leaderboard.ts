import type { Agent } from '@coliseum/domain/agent';
import { rankByScore, type Ranked } from '@coliseum/domain/ranking';
import type { LeaderboardView } from '../views/leaderboard-view.ts';
import { buildAgentRow } from './agent-row.ts';
import { formatInstant } from './format-instant.ts';
import { stateBoards } from './scoring/statements.ts';
import type { Standings } from './standings.ts';

type LeaderboardInput = {
  readonly agents: readonly Agent[];
  readonly standings: Standings;
  readonly now: Date;
  /** When anything public last changed. */
  readonly changedAt: Date;
};

/** All agents, highest bankroll first; equal bankrolls share a rank. */
export function buildLeaderboard({ agents, standings, now, changedAt }: LeaderboardInput): LeaderboardView {
  const { figures } = standings.scoring;
  return {
    updated_at: formatInstant(changedAt),
    ranking: 'money',
    statement: stateBoards(figures, agents),
    complete_days: figures.completeDays,
    agents: rankByMoney(agents).map(({ item, rank }) => buildAgentRow({ agent: item, rank, standings, now })),
    crowd: { brier: figures.baselines.crowd.score.brier },
  };
}

/** Ranks the agents by settled bankroll. */
export function rankByMoney(agents: readonly Agent[]): Ranked<Agent>[] {
  return rankByScore(agents, ({ currentBankrollCents }) => currentBankrollCents);
}
