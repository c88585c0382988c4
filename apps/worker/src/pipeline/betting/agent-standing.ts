import type { Database } from '@coliseum/db/database';
import { Agent } from '@coliseum/domain/agent';
import { RECENT_BETS_SHOWN } from '@coliseum/domain/arena-rules';
import { BetResult, Side } from '@coliseum/domain/bet';
import type { MatchDate } from '@coliseum/domain/match-date';
import { Cents } from '@coliseum/domain/money';
import { rankByScore } from '@coliseum/domain/ranking';
import { computeAvailableCents, computeWinRate } from '@coliseum/domain/statistics';
import { isOnRoster } from '@coliseum/scoring/roster';
import { z } from 'zod';

/** Number of recent settled bets in an agent's prompt. */
const RecentBet = z.object({
  eventTitle: z.string(),
  decision: Side,
  amountCents: Cents,
  pnlCents: Cents,
  result: BetResult,
});
export type RecentBet = z.infer<typeof RecentBet>;

/** An agent's own record, as stated in its prompt. */
export const AgentStanding = z.object({
  agent: Agent.pick({ id: true, name: true, modelSlug: true, currentBankrollCents: true, totalPnlCents: true }),
  rank: z.int().positive(),
  agentCount: z.int().positive(),
  availableCents: Cents,
  winRate: z.number().nullable(),
  /** Oldest first. */
  recentBets: z.array(RecentBet),
});
export type AgentStanding = z.infer<typeof AgentStanding>;

/**
 * Loads the standing of every agent on the roster of a date, with one read of the agents and one of the events of their
 * recent bets.
 */
export async function loadStandings(
  database: Pick<Database, 'agents' | 'events'>,
  date: MatchDate,
): Promise<AgentStanding[]> {
  const agents = (await database.agents.list()).filter((agent) => isOnRoster(agent, date));
  const recent = agents.map((agent) => agent.history.slice(-RECENT_BETS_SHOWN));
  const eventIds = [...new Set(recent.flat().map(({ eventId }) => eventId))];
  const events = await database.events.findManyByIds(eventIds);
  const titles = new Map(events.map((event) => [event.id, event.title]));
  const ranks = new Map(
    rankByScore(agents, (agent) => agent.currentBankrollCents).map(({ item, rank }) => [item.id, rank]),
  );
  return agents.map((agent, index) => ({
    agent: toStandingAgent(agent),
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

function toStandingAgent({ id, name, modelSlug, currentBankrollCents, totalPnlCents }: Agent): AgentStanding['agent'] {
  return { id, name, modelSlug, currentBankrollCents, totalPnlCents };
}
