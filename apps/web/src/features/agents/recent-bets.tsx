import type { AgentView } from '@coliseum/api/views/agent-view';
import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { Tag } from '#web/components/ui/tag.tsx';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';
import { formatProbability } from '#web/lib/format/price.ts';
import { formatDay } from '#web/lib/format/time.ts';

type RecentBet = AgentView['recent_performance'][number];

/** An agent's latest bets; each links to its reasoning on the match's page. */
export function RecentBets({
  agentId,
  bets,
}: {
  readonly agentId: string;
  readonly bets: readonly RecentBet[];
}): ReactElement {
  if (bets.length === 0) return <p className="prose">No bets yet.</p>;
  return (
    <div className="scroll-safe">
      <table className="plain bets" role="table">
        <thead>
          <tr role="row">
            <ColumnHeader className="hide-m">Day</ColumnHeader>
            <ColumnHeader>Market</ColumnHeader>
            <ColumnHeader className="r">Forecast</ColumnHeader>
            <ColumnHeader>Bet</ColumnHeader>
            <ColumnHeader>Outcome</ColumnHeader>
            <ColumnHeader className="r">P&amp;L</ColumnHeader>
          </tr>
        </thead>
        <tbody>
          {bets.map((bet) => (
            <BetRow key={bet.bet_id} bet={bet} agentId={agentId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHeader({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: string;
}): ReactElement {
  return (
    <th role="columnheader" scope="col" className={className}>
      {children}
    </th>
  );
}

function BetRow({ bet, agentId }: { readonly bet: RecentBet; readonly agentId: string }): ReactElement {
  return (
    <tr role="row">
      <td role="cell" className="n hide-m">
        {formatDay(bet.date)}
      </td>
      <th role="rowheader" scope="row" className="b-market">
        <SiteLink href={`/events/${bet.event_id}#bet-${agentId}`}>{bet.event_title}</SiteLink>
      </th>
      <td role="cell" className="r n b-said">
        {bet.probability === null ? '–' : formatProbability(bet.probability)}
      </td>
      <td role="cell" className="n b-stake">
        {bet.decision} {formatDollars(bet.amount_cents)}
      </td>
      <td role="cell" className="b-result">
        <BetTag outcome={bet.outcome} />
      </td>
      <td role="cell" className={bet.outcome === 'WIN' ? 'r n b-pnl won-cell' : 'r n b-pnl'}>
        {bet.pnl_cents === null ? '–' : formatSignedDollars(bet.pnl_cents)}
      </td>
    </tr>
  );
}

function BetTag({ outcome }: { readonly outcome: RecentBet['outcome'] }): ReactElement {
  switch (outcome) {
    case 'WIN':
      return <Tag kind="won">Won</Tag>;
    case 'LOSS':
      return <Tag>Lost</Tag>;
    case 'VOID':
      return <Tag kind="void">Void</Tag>;
    case 'EVEN':
      return <Tag>Even</Tag>;
    case 'ABSTAIN':
      return <Tag kind="pass">Pass</Tag>;
    case null:
      return <Tag kind="live">Open</Tag>;
  }
}
