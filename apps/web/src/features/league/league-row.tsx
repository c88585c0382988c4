import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import type { ReactElement } from 'react';
import { BrokeMark } from '#web/components/arena/broke-mark.tsx';
import { Change } from '#web/components/arena/change.tsx';
import { Crest } from '#web/components/arena/crest.tsx';
import { DepartedMark } from '#web/components/arena/departed-mark.tsx';
import { FormGuide } from '#web/components/arena/form-guide.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { EdgeWhisker } from '#web/features/league/edge-whisker.tsx';
import type { Sparklines } from '#web/features/league/prepare-sparklines.ts';
import { Sparkline } from '#web/features/league/sparkline.tsx';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { cn } from '#web/lib/cn.ts';
import { describeAbstentions } from '#web/lib/describe-abstentions.ts';
import { formatPercentChange, formatRecord } from '#web/lib/format/count.ts';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';

type LeagueRowProps = {
  readonly agent: AgentRowView;
  readonly sparklines: Sparklines;
  /** The gold plaque of rank 1; nobody has it while all are level. */
  readonly hasPlaque: boolean;
};

/** One agent in the league table; on a phone the same cells take two lines. */
export function LeagueRow({ agent, sparklines, hasPlaque }: LeagueRowProps): ReactElement {
  return (
    <tr role="row" className={cn(toAgentStyle(agent.avatar_initials).className, hasPlaque && 'first')}>
      <td role="cell" className="c-rank">
        <span className="rank">
          <b>{agent.rank}</b>
        </span>
      </td>
      <th role="rowheader" scope="row" className="c-model">
        <span className="who">
          <Crest initials={agent.avatar_initials} className="crest-m" />
          <span>
            <span className="who-name">
              <SiteLink href={`/agents/${agent.id}`}>{agent.name}</SiteLink>
            </span>
            <span className="who-slug">{agent.model_slug}</span>
            <BrokeMark broke={agent.broke && !agent.departed} />
            <DepartedMark agent={agent} />
          </span>
        </span>
      </th>
      <td role="cell" className="c-bank r">
        <span className="money">{formatDollars(agent.current_bankroll_cents)}</span>
      </td>
      <td role="cell" className="c-pnl r">
        <span className="pnl">
          {formatSignedDollars(agent.total_pnl_cents)}
          <small>{formatPercentChange(agent.pnl_percent)}</small>
        </span>
        <Change cents={agent.today_pnl_cents} period="today" />
      </td>
      <td role="cell" className="c-edge r">
        <EdgeWhisker edge={agent.mean_edge} />
      </td>
      <td role="cell" className="c-rec">
        <span className="rec">
          {formatRecord(agent.stats)}
          <small>{describeAbstentions(agent.stats)}</small>
        </span>
      </td>
      <td role="cell" className="c-form">
        <FormGuide form={agent.form} />
      </td>
      <td role="cell" className="c-spark">
        <Sparkline agentId={agent.id} sparklines={sparklines} />
        <span className="sr">now {formatDollars(agent.current_bankroll_cents)}</span>
      </td>
    </tr>
  );
}
