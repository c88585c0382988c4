import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import type { AgentView } from '@coliseum/api/views/agent-view';
import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { StatePanel } from '#web/components/ui/state-panel.tsx';
import { BankrollChart } from '#web/features/agents/bankroll-chart.tsx';
import { BankrollTable } from '#web/features/agents/bankroll-table.tsx';
import { CHART_BOTTOM, CHART_TOP, prepareBankrollChart } from '#web/features/agents/prepare-bankroll-chart.ts';
import { formatDay } from '#web/lib/format/time.ts';
import { spreadApart } from '#web/lib/geometry/spread-apart.ts';

/** As many days as the API gives for the other agents. */
const DAYS_SHOWN = 31;

type BankrollSectionProps = { readonly agent: AgentView; readonly others: readonly AgentRowView[] };

/** The bankroll chart, with its figures as a table. */
export function BankrollSection({ agent, others }: BankrollSectionProps): ReactElement {
  const points = agent.bankroll_history.slice(-DAYS_SHOWN);
  const chart = prepareBankrollChart({
    self: { id: agent.id, initials: agent.avatar_initials, points },
    field: others.map((other) => ({ id: other.id, initials: other.avatar_initials, points: other.bankroll_spark })),
    startCents: STARTING_BANKROLL_CENTS,
    spread: (targets, gap) => spreadApart({ targets, gap, low: CHART_TOP, high: CHART_BOTTOM }),
    formatDate: formatDay,
  });
  if (!chart) {
    return (
      <StatePanel kind="empty" label="Empty" title="No chart yet">
        <p>The chart starts once there are two days to join.</p>
      </StatePanel>
    );
  }
  return (
    <>
      <BankrollChart name={agent.name} initials={agent.avatar_initials} chart={chart} />
      <div className="chart-foot">
        <details>
          <summary>As a table</summary>
          <BankrollTable agent={agent} />
        </details>
      </div>
    </>
  );
}
