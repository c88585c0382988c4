import type { AgentView } from '@coliseum/api/views/agent-view';
import { FormGuide } from '#web/components/arena/form-guide.tsx';
import type { Fact } from '#web/components/ui/facts.tsx';
import { formatCount, formatEdge, formatOrdinal, formatPercentChange } from '#web/lib/format/count.ts';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';

/** An agent's figures: rank, money, edge, form, stakes. */
export function prepareAgentFacts(agent: AgentView): readonly Fact[] {
  const { stats } = agent;
  return [
    {
      label: 'Rank',
      value: formatOrdinal(agent.rank),
      note: 'by money, not by skill',
      ...(agent.rank === 1 && { kind: 'first' as const }),
    },
    {
      label: 'Bankroll',
      value: formatDollars(agent.current_bankroll_cents),
      note: `${formatSignedDollars(agent.total_pnl_cents)} (${formatPercentChange(agent.pnl_percent)}); largest drop ${formatDollars(agent.max_drawdown_cents)}`,
    },
    {
      label: 'Edge vs Crowd',
      value: agent.mean_edge === null ? '–' : formatEdge(agent.mean_edge),
      note:
        agent.mean_edge === null
          ? 'no complete match day yet'
          : `mean of ${formatCount(agent.scored_forecasts, 'forecast')}`,
    },
    { label: 'Last five', value: <FormGuide form={agent.form} />, note: 'newest on the right' },
    {
      label: 'Average stake',
      value: stats.avg_bet_size_cents === null ? '–' : formatDollars(stats.avg_bet_size_cents),
      note: `mean of ${formatCount(stats.staked_bets, 'bet')}; ${formatDollars(agent.reserved_cents)} at stake now`,
    },
  ];
}
