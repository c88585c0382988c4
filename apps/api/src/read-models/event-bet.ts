import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import { centsToDollars } from '@coliseum/domain/money';
import type { EventBetView } from '../views/event-bet-view.ts';
import { isAutomaticAbstention } from './match-history.ts';

/** One agent's answer in full. */
export function buildEventBet(bet: Bet, agent: Agent): EventBetView {
  return {
    id: bet.id,
    agent_id: agent.id,
    agent_name: agent.name,
    model_slug: agent.modelSlug,
    display_color: agent.displayColor,
    display_color_text: agent.displayColorText,
    avatar_initials: agent.avatarInitials,
    decision: bet.decision,
    abstain_kind: toAbstainKind(bet),
    abstain_reason: bet.abstainReason,
    amount: centsToDollars(bet.amountWageredCents),
    amount_cents: bet.amountWageredCents,
    requested_amount_cents: bet.requestedAmountCents,
    cap_applied: bet.capApplied,
    probability: bet.probability,
    confidence: bet.confidence,
    reasoning: bet.reasoningTrace,
    status: bet.status,
    pnl: bet.pnlCents === null ? null : centsToDollars(bet.pnlCents),
    pnl_cents: bet.pnlCents,
    fee_cents: bet.feeCents,
    outcome: bet.outcome,
    served_model: bet.servedModel,
    latency_ms: bet.latencyMs,
    cost_micro_dollars: bet.usage?.costMicroDollars ?? null,
    prompt_system: bet.promptSystem,
    prompt_user: bet.promptUser,
    raw_output: bet.rawOutput,
  };
}

function toAbstainKind(bet: Bet): EventBetView['abstain_kind'] {
  if (bet.decision !== 'ABSTAIN') return null;
  return isAutomaticAbstention(bet) ? 'automatic' : 'chosen';
}
