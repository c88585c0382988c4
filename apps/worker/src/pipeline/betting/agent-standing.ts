import type { Database } from '@coliseum/db/database';
import type { Agent } from '@coliseum/domain/agent';
import type { BetResult, Side } from '@coliseum/domain/bet';
import { rankByScore } from '@coliseum/domain/ranking';
import { availableCents, winRate } from '@coliseum/domain/statistics';

/** How many of its last settled bets an agent is told. */
const RECENT_BETS = 5;

export type RecentBet = {
  readonly eventTitle: string;
  readonly decision: Side;
  readonly amountCents: number;
  readonly pnlCents: number;
  readonly result: BetResult;
};

/** What an agent is told of its own record before it decides. */
export type AgentStanding = {
  readonly agent: Agent;
  readonly rank: number;
  readonly agentCount: number;
  readonly availableCents: number;
  readonly winRate: number | null;
  /** Newest last. */
  readonly recentBets: readonly RecentBet[];
};

/** The standing of every agent, from one read of the agents and one of the events their last bets were on. */
export async function loadStandings(database: Pick<Database, 'agents' | 'events'>): Promise<readonly AgentStanding[]> {
  const agents = await database.agents.list();
  const recent = agents.map((agent) => agent.history.slice(-RECENT_BETS));
  const eventIds = [...new Set(recent.flat().map(({ eventId }) => eventId))];
  const events = await database.events.findManyByIds(eventIds);
  const titles = new Map(events.map((event) => [event.id, event.title]));
  const ranks = new Map(
    rankByScore(agents, (agent) => agent.currentBankrollCents).map(({ item, rank }) => [item.id, rank]),
  );
  return agents.map((agent, index) => ({
    agent,
    rank: ranks.get(agent.id) ?? agents.length,
    agentCount: agents.length,
    availableCents: availableCents(agent),
    winRate: winRate(agent.stats),
    recentBets: (recent[index] ?? []).map((entry) => ({
      ...entry,
      eventTitle: titles.get(entry.eventId) ?? 'an earlier market',
    })),
  }));
}
