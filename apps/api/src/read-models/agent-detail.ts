import type { Agent } from '@coliseum/domain/agent';
import { centsToDollars } from '@coliseum/domain/money';
import { computeAverageBetCents } from '@coliseum/domain/statistics';
import type { AgentView, RecentBetView } from '../views/agent-view.ts';
import { buildAgentRow } from './agent-row.ts';
import type { MatchHistory } from './match-history.ts';
import { stateAgent } from './scoring/statements.ts';
import type { Standings } from './standings.ts';

const RECENT_BETS = 10;

type AgentDetailInput = {
  readonly agent: Agent;
  readonly rank: number;
  readonly history: MatchHistory;
  readonly standings: Standings;
  readonly now: Date;
};

/** One agent with its record. */
export function buildAgentDetail({ agent, rank, history, standings, now }: AgentDetailInput): AgentView {
  const row = buildAgentRow({ agent, rank, standings, now });
  const record = standings.records.get(agent.id);
  return {
    ...row,
    stats: { ...row.stats, ...buildExtremes(agent), ...buildCategories(record) },
    statement: stateAgent(standings.scoring.figures, agent),
    recent_performance: findRecentBets(history, agent.id),
    bankroll_history: (record?.bankroll ?? []).map(({ date, bankrollCents }) => {
      return { date, bankroll: centsToDollars(bankrollCents), bankroll_cents: bankrollCents };
    }),
    max_drawdown_cents: record?.maxDrawdownCents ?? 0,
  };
}

function buildExtremes({ stats }: Agent) {
  const average = computeAverageBetCents(stats);
  return {
    avg_bet_size: average === null ? null : centsToDollars(average),
    avg_bet_size_cents: average,
    largest_win: centsToDollars(stats.largestWinCents),
    largest_win_cents: stats.largestWinCents,
    largest_loss: centsToDollars(stats.largestLossCents),
    largest_loss_cents: stats.largestLossCents,
  };
}

function buildCategories(record: { bestCategory: string | null; worstCategory: string | null } | undefined) {
  return { best_category: record?.bestCategory ?? null, worst_category: record?.worstCategory ?? null };
}

/** The latest bets with money at stake, searched from the newest day so that a long history costs nothing. */
function findRecentBets(history: MatchHistory, agentId: string): RecentBetView[] {
  const recent: RecentBetView[] = [];
  for (const { date, events } of history.toReversed()) {
    for (const event of events.toReversed()) {
      const answer = event.answers.find((candidate) => candidate.agentId === agentId);
      if (answer === undefined || answer.decision === 'ABSTAIN') continue;
      recent.push({
        bet_id: answer.betId,
        event_id: event.id,
        event_title: event.title,
        decision: answer.decision,
        amount: centsToDollars(answer.stakeCents),
        amount_cents: answer.stakeCents,
        probability: answer.probability,
        pnl: answer.pnlCents === null ? null : centsToDollars(answer.pnlCents),
        pnl_cents: answer.pnlCents,
        outcome: answer.outcome,
        date,
      });
    }
    if (recent.length >= RECENT_BETS) break;
  }
  return recent.slice(0, RECENT_BETS);
}
