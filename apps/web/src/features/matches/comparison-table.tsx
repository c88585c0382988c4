import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { ComparisonRow } from '#web/features/matches/comparison-row.tsx';

/** Every answer on a match, highest probability of YES first, agents without an answer last. */
export function ComparisonTable({ event }: { readonly event: EventView }): ReactElement {
  const bets = event.bets.toSorted((a, b) => Number(b.probability ?? -1) - Number(a.probability ?? -1));
  return (
    <div className="scroll-safe">
      <table className="plain eight" role="table">
        <thead>
          <tr role="row">
            <ColumnHeader>Agent</ColumnHeader>
            <ColumnHeader className="r">Forecast</ColumnHeader>
            <ColumnHeader>Bet</ColumnHeader>
            <ColumnHeader className="r">Confidence</ColumnHeader>
            <ColumnHeader className="r">Edge</ColumnHeader>
            <ColumnHeader className="r">P&amp;L</ColumnHeader>
            <ColumnHeader>In one sentence; open for the full record</ColumnHeader>
          </tr>
        </thead>
        <tbody>
          {bets.map((bet) => (
            <ComparisonRow key={bet.id} bet={bet} event={event} />
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
