import type { AgentView } from '@coliseum/api/views/agent-view';
import type { ReactElement } from 'react';
import { BrokeMark } from '#web/components/arena/broke-mark.tsx';
import { Crest } from '#web/components/arena/crest.tsx';
import { DepartedMark } from '#web/components/arena/departed-mark.tsx';
import { Facts } from '#web/components/ui/facts.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { prepareAgentFacts } from '#web/features/agents/prepare-agent-facts.tsx';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { describeAbstentions } from '#web/lib/describe-abstentions.ts';
import { formatRecord } from '#web/lib/format/count.ts';
import { formatDay } from '#web/lib/format/time.ts';

/** The top of an agent's page: crest, name, record and figures. */
export function AgentHeader({ agent }: { readonly agent: AgentView }): ReactElement {
  return (
    <div className={`wrap ${toAgentStyle(agent.avatar_initials).className}`}>
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <SiteLink href="/">Today</SiteLink>
          </li>
          <li>
            <SiteLink href="/agents">Agents</SiteLink>
          </li>
          <li aria-current="page">{agent.name}</li>
        </ol>
      </nav>
      <header className="ag-head">
        <Crest initials={agent.avatar_initials} className="crest-l" />
        <div>
          <h1>{agent.name}</h1>
          <p className="mono quiet">{agent.model_slug}</p>
          <BrokeMark broke={agent.broke && !agent.departed} />
          <DepartedMark agent={agent} />
          <TimeOnRoster agent={agent} />
        </div>
        <div className="ag-right">
          <p className="label">Record: won, lost, void</p>
          <p className="ag-record">
            {formatRecord(agent.stats)}
            <small>{describeAbstentions(agent.stats)}</small>
          </p>
        </div>
      </header>
      <Facts facts={prepareAgentFacts(agent)} />
      <p className="verdict-line">
        Rank is by money, and money mixes forecasting with stake size and luck. {agent.statement}
      </p>
    </div>
  );
}

/** From when to when it is asked, for an agent that did not begin with the arena or has a last day. */
function TimeOnRoster({ agent: { founding, from, until } }: { readonly agent: AgentView }): ReactElement | null {
  if (founding && until === null) return null;
  const end = until === null ? null : ` to ${formatDay(until)}`;
  return (
    <p className="quiet">
      On the roster from {formatDay(from)}
      {end}.
    </p>
  );
}
