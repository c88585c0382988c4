import type { AgentView } from '@coliseum/api/views/agent-view';
import type { ReactElement } from 'react';
import { formatDollars, formatSignedDollars } from '#web/lib/format/money.ts';
import { formatDay } from '#web/lib/format/time.ts';

/** An agent's bankroll at the end of each day, newest first, with the day's change. */
export function BankrollTable({ agent }: { readonly agent: AgentView }): ReactElement {
  const rows = agent.bankroll_history.map((point, index, all) => ({
    ...point,
    change: point.bankroll_cents - (all[index - 1]?.bankroll_cents ?? agent.starting_bankroll_cents),
  }));
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" className="r">
            {agent.name}
          </th>
          <th scope="col" className="r">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map((row) => (
          <tr key={row.date}>
            <th scope="row">{formatDay(row.date)}</th>
            <td className="r n">{formatDollars(row.bankroll_cents)}</td>
            <td className="r n">{formatSignedDollars(row.change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
