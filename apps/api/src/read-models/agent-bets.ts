import { centsToDollars } from '@coliseum/domain/money';
import type { AgentBetsInput, AgentBetsView, AgentBetView } from '../views/agent-bets-view.ts';
import { filterEvents, type EventIndex, type IndexedEvent } from './event-index.ts';
import { cutMatchPage } from './match-cursor.ts';
import type { HistoryAnswer } from './match-history.ts';

/** A page of an agent's answers, newest first. */
export function listAgentBets(index: EventIndex, { agent_id, decision, ...filter }: AgentBetsInput): AgentBetsView {
  const answers = filterEvents(index, filter).flatMap(({ day, event }) => {
    const answer = event.answers.find(({ agentId }) => agentId === agent_id);
    if (answer === undefined || (decision !== undefined && answer.decision !== decision)) return [];
    return [{ day, event, answer }];
  });
  const { items, ...page } = cutMatchPage(answers, filter);
  return { ...page, bets: items.map(buildAgentBet) };
}

type Answered = Pick<IndexedEvent, 'day' | 'event'> & { readonly answer: HistoryAnswer };

function buildAgentBet({ day, event, answer }: Answered): AgentBetView {
  return {
    bet_id: answer.betId,
    event_id: event.id,
    event_title: event.title,
    date: day.date,
    match_number: event.matchNumber,
    category: event.category,
    status: event.status,
    locked_price_exact: event.lockedPrice,
    decision: answer.decision,
    automatic: answer.automatic,
    probability: answer.probability,
    amount: centsToDollars(answer.stakeCents),
    amount_cents: answer.stakeCents,
    pnl: answer.pnlCents === null ? null : centsToDollars(answer.pnlCents),
    pnl_cents: answer.pnlCents,
    outcome: answer.outcome,
  };
}
