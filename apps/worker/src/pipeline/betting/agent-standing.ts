import type { Database } from '@coliseum/db/database';
import { Agent } from '@coliseum/domain/agent';
import { RECENT_BETS_SHOWN } from '@coliseum/domain/arena-rules';
import { BetResult, Side } from '@coliseum/domain/bet';
import { Cents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import { computeAvailableCents, computeWinRate } from '@coliseum/domain/statistics';
import { z } from 'zod';

const RecentBet = z.object({
  eventTitle: z.string(),
  decision: Side,
  amountCents: Cents,
  pnlCents: Cents,
  result: BetResult,
});
export type RecentBet = z.infer<typeof RecentBet>;

/** What an agent is told of its own record before it decides. */
export const AgentStanding = z.object({
  agent: Agent.pick({ id: true, name: true, modelSlug: true, currentBankrollCents: true, totalPnlCents: true }),
  rank: z.int().positive(),
  agentCount: z.int().positive(),
  availableCents: Cents,
  winRate: z.number().nullable(),
  /** Newest last. */
  recentBets: z.array(RecentBet),
});
export type AgentStanding = z.infer<typeof AgentStanding>;

/** The standing of every agent, from one read of the agents and one of the events their last bets were on. */
export async function loadStandings(database: Pick<Database, 'agents' | 'events'>): Promise<AgentStanding[]> {
  const agents = await database.agents.list();
  const recent = agents.map((agent) => agent.history.slice(-RECENT_BETS_SHOWN));
  const eventIds = [...new Set(recent.flat().map(({ eventId }) => eventId))];
  const events = await database.events.findManyByIds(eventIds);
  const titles = new Map(events.map((event) => [event.id, event.title]));
  const ranks = new Map(
    rankByScore(agents, (agent) => agent.currentBankrollCents).map(({ item, rank }) => [item.id, rank]),
  );
  return agents.map((agent, index) => ({
    agent: pickAgent(agent),
    rank: ranks.get(agent.id) ?? agents.length,
    agentCount: agents.length,
    availableCents: computeAvailableCents(agent),
    winRate: computeWinRate(agent.stats),
    recentBets: (recent[index] ?? []).map(({ eventId, decision, amountCents, pnlCents, result }) => ({
      eventTitle: titles.get(eventId) ?? 'an earlier market',
      decision,
      amountCents,
      pnlCents,
      result,
    })),
  }));
}

function pickAgent({ id, name, modelSlug, currentBankrollCents, totalPnlCents }: Agent): AgentStanding['agent'] {
  return { id, name, modelSlug, currentBankrollCents, totalPnlCents };
}
