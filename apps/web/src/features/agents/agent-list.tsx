import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import type { ReactElement } from 'react';
import { BrokeMark } from '#web/components/arena/broke-mark.tsx';
import { Crest } from '#web/components/arena/crest.tsx';
import { DepartedMark } from '#web/components/arena/departed-mark.tsx';
import { FormGuide } from '#web/components/arena/form-guide.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { toAgentStyle } from '#web/lib/agent-style.ts';
import { describeAbstentions } from '#web/lib/describe-abstentions.ts';
import { formatRecord } from '#web/lib/format/count.ts';
import { formatDollars } from '#web/lib/format/money.ts';

/** The agents as a list of crests, each with its bankroll, record and form. */
export function AgentList({ agents }: { readonly agents: readonly AgentRowView[] }): ReactElement {
  return (
    <ul className="agent-list">
      {agents.map((agent) => (
        <li key={agent.id} className={toAgentStyle(agent.avatar_initials).className}>
          <Crest initials={agent.avatar_initials} className="crest-card" />
          <div>
            <h2>
              <SiteLink href={`/agents/${agent.id}`}>{agent.name}</SiteLink>
            </h2>
            <p className="who-slug">{agent.model_slug}</p>
            <BrokeMark broke={agent.broke && !agent.departed} />
            <DepartedMark agent={agent} />
            <p className="money">{formatDollars(agent.current_bankroll_cents)}</p>
            <p className="meta">
              {formatRecord(agent.stats)}, {describeAbstentions(agent.stats)}
            </p>
            <FormGuide form={agent.form} />
          </div>
        </li>
      ))}
    </ul>
  );
}
