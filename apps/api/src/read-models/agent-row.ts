import type { Agent } from '@coliseum/domain/agent';
import { isBroke } from '@coliseum/domain/arena-rules';
import { toMatchDate } from '@coliseum/domain/match-date';
import { centsToDollars } from '@coliseum/domain/money';
import { computeAvailableCents, computeWinRate } from '@coliseum/domain/statistics';
import { hasDeparted } from '@coliseum/scoring/roster';
import type { AgentRowView, AgentStatsView } from '../views/agent-row-view.ts';
import { computePnlOnDate } from './agent-record.ts';
import type { Standings } from './standings.ts';

const SPARK_DAYS = 30;

type AgentRowInput = {
  readonly agent: Agent;
  readonly rank: number;
  readonly standings: Standings;
  readonly now: Date;
};

/** One row of the league table. */
export function buildAgentRow({ agent, rank, standings, now }: AgentRowInput): AgentRowView {
  const record = standings.records.get(agent.id);
  const score = standings.scoring.figures.agents[agent.id]?.score;
  const bankroll = record?.bankroll ?? [];
  return {
    id: agent.id,
    name: agent.name,
    model_slug: agent.modelSlug,
    family: agent.family,
    from: agent.from,
    until: agent.until,
    founding: agent.founding,
    departed: hasDeparted(agent, toMatchDate(now)),
    rank,
    ...buildMoneyFields(agent),
    today_pnl_cents: computePnlOnDate(bankroll, agent.startingBankrollCents, toMatchDate(now)),
    stats: buildStats(agent),
    display_color: agent.displayColor,
    display_color_text: agent.displayColorText,
    avatar_initials: agent.avatarInitials,
    broke: isBroke(agent.currentBankrollCents),
    form: [...(record?.form ?? [])],
    mean_edge: score?.meanEdge ?? null,
    brier: score?.brier ?? null,
    scored_forecasts: score?.n ?? 0,
    bankroll_spark: bankroll
      .slice(-SPARK_DAYS)
      .map(({ date, bankrollCents }) => ({ date, bankroll_cents: bankrollCents })),
  };
}

function buildMoneyFields(agent: Agent) {
  return {
    current_bankroll: centsToDollars(agent.currentBankrollCents),
    current_bankroll_cents: agent.currentBankrollCents,
    reserved_cents: agent.reservedCents,
    available_cents: computeAvailableCents(agent),
    starting_bankroll_cents: agent.startingBankrollCents,
    total_pnl: centsToDollars(agent.totalPnlCents),
    total_pnl_cents: agent.totalPnlCents,
    pnl_percent: (100 * agent.totalPnlCents) / agent.startingBankrollCents,
  };
}

/** The counts of an agent's answers; `totalBets` of the arena counts stakes alone. */
function buildStats({ stats }: Pick<Agent, 'stats'>): AgentStatsView {
  const abstentions = stats.abstentions + stats.noAnswers;
  return {
    total_bets: stats.totalBets + abstentions,
    staked_bets: stats.totalBets,
    wins: stats.wins,
    losses: stats.losses,
    voids: stats.voids,
    evens: stats.evens,
    abstentions,
    passes: stats.abstentions,
    no_answers: stats.noAnswers,
    win_rate: computeWinRate(stats),
  };
}
