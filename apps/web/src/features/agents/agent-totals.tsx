import type { AgentView } from '@coliseum/api/views/agent-view';
import type { ReactElement } from 'react';
import { formatCategory } from '#web/lib/format/count.ts';
import { formatDollars, formatSignedCents } from '#web/lib/format/money.ts';

/** An agent's totals, in words and figures. */
export function AgentTotals({ agent }: { readonly agent: AgentView }): ReactElement {
  const { stats } = agent;
  const decided = stats.wins + stats.losses;
  const pairs = [
    ['Bets', String(stats.staked_bets)],
    ['Won', decided === 0 ? '–, none decided yet' : `${stats.wins} of ${decided} decided`],
    ['Passed', String(stats.passes)],
    ['No answer', String(stats.no_answers)],
    ['Largest gain', formatSignedCents(stats.largest_win_cents)],
    ['Largest loss', formatSignedCents(stats.largest_loss_cents)],
    ['Top category by P&L', stats.best_category === null ? '–, none yet' : formatCategory(stats.best_category)],
    ['Bottom category by P&L', stats.worst_category === null ? '–, none yet' : formatCategory(stats.worst_category)],
    ['Available', formatDollars(agent.available_cents)],
    ['Brier score', agent.brier === null ? '–, not scored yet' : agent.brier.toFixed(3)],
  ] as const;
  return (
    <dl className="pairs">
      {pairs.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
