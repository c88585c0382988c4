import type { EventBetView } from '@coliseum/api/views/event-bet-view';
import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { Crest } from '#web/components/arena/crest.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { Tag } from '#web/components/ui/tag.tsx';
import { computeBetEdge } from '#web/features/matches/bet-edge.ts';
import { BetRecord } from '#web/features/matches/bet-record.tsx';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { cn } from '#web/lib/cn.ts';
import { formatEdge } from '#web/lib/format/count.ts';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';
import { formatProbability } from '#web/lib/format/price.ts';

type ComparisonRowProps = { readonly bet: EventBetView; readonly event: EventView };

/** One agent's answer in a row; the sentence in the last cell opens to the full record. */
export function ComparisonRow({ bet, event }: ComparisonRowProps): ReactElement {
  const isNoAnswer = bet.abstain_kind === 'automatic';
  const isWin = (bet.pnl_cents ?? 0) > 0;
  return (
    <tr
      role="row"
      id={`bet-${bet.agent_id}`}
      className={cn(
        toAgentStyle(bet.avatar_initials).className,
        isNoAnswer && 'missing',
        bet.abstain_kind === 'chosen' && 'hollow',
      )}
    >
      <th role="rowheader" scope="row" className="e-who">
        <span className="who">
          <Crest initials={bet.avatar_initials} className="crest-m" />
          <span className="who-name">
            <SiteLink href={`/agents/${bet.agent_id}`}>{bet.agent_name}</SiteLink>
          </span>
        </span>
      </th>
      <td role="cell" className="r e-p">
        {bet.probability ? (
          <span className="p-big">{formatProbability(bet.probability)}</span>
        ) : (
          <MissingValue word="no forecast" />
        )}
      </td>
      <td role="cell" className="e-side">
        <BetSide bet={bet} />
      </td>
      <td role="cell" className="r n e-conf">
        {bet.confidence === null ? <MissingValue word="no answer" /> : Math.round(bet.confidence)}
      </td>
      <td role="cell" className="r n e-edge">
        <Edge bet={bet} event={event} />
      </td>
      <td role="cell" className={cn('r n e-pnl', isWin && 'won-cell')}>
        {bet.pnl_cents === null ? <MissingValue word="open" /> : formatSignedDollars(bet.pnl_cents)}
      </td>
      <td role="cell" className="e-q">
        <BetRecord bet={bet} event={event} />
      </td>
    </tr>
  );
}

function MissingValue({ word }: { readonly word: string }): ReactElement {
  return (
    <span className="quiet">
      <span aria-hidden="true">–</span>
      <span className="sr">{word}</span>
    </span>
  );
}

function BetSide({ bet }: { readonly bet: EventBetView }): ReactElement {
  if (bet.abstain_kind === 'automatic') return <Tag kind="auto">No answer</Tag>;
  if (bet.decision === 'ABSTAIN') return <Tag kind="pass">Pass</Tag>;
  return (
    <>
      <span className="side">{bet.decision}</span>
      <span className="e-stake-sub">{formatDollars(bet.amount_cents)}</span>
    </>
  );
}

function Edge({ bet, event }: ComparisonRowProps): ReactElement {
  if (bet.probability === null || event.settlement_value === null) return <MissingValue word="not scored" />;
  return <>{formatEdge(computeBetEdge(bet.probability, event.locked_price_exact, event.settlement_value))}</>;
}
