import type { Agent } from '@coliseum/domain/agent';
import { isStakedBet } from '@coliseum/domain/bet';
import { centsToDollars } from '@coliseum/domain/money';
import type { EventRowView, ForecastView } from '../views/event-row-view.ts';
import { formatInstant, formatInstantOrNull } from './format-instant.ts';
import type { HistoryAnswer, HistoryDay, HistoryEvent } from './match-history.ts';

type EventRowInput = {
  readonly day: Pick<HistoryDay, 'batchId' | 'date'>;
  readonly event: HistoryEvent;
  /** In roster order. */
  readonly agents: readonly Agent[];
};

/** An event as shown in lists. */
export function buildEventRow({ day, event, agents }: EventRowInput): EventRowView {
  const bets = event.answers.filter(isStakedBet);
  const wageredCents = bets.reduce((sum, { stakeCents }) => sum + stakeCents, 0);
  return {
    id: event.id,
    batch_id: day.batchId,
    date: day.date,
    match_number: event.matchNumber,
    kalshi_ticker: event.ticker,
    title: event.title,
    question: event.question,
    category: event.category,
    locked_price: Number(event.lockedPrice),
    locked_price_exact: event.lockedPrice,
    close_time: formatInstant(event.closeTime),
    status: event.status,
    outcome: event.outcome,
    settlement_value: event.settlementValue,
    settled_at: formatInstantOrNull(event.settledAt),
    bet_count: event.answers.length,
    staked_bets: bets.length,
    total_wagered: centsToDollars(wageredCents),
    total_wagered_cents: wageredCents,
    forecasts: agents.flatMap((agent) => buildForecasts(agent, event.answers)),
  };
}

function buildForecasts(agent: Agent, answers: readonly HistoryAnswer[]): ForecastView[] {
  return answers
    .filter(({ agentId }) => agentId === agent.id)
    .map((answer) => ({
      agent_id: agent.id,
      agent_name: agent.name,
      avatar_initials: agent.avatarInitials,
      decision: answer.decision,
      probability: answer.probability,
      stake_cents: answer.stakeCents,
      outcome: answer.outcome,
      pnl_cents: answer.pnlCents,
      automatic: answer.automatic,
    }));
}
