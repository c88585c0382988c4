import type { ReactElement } from 'react';
import { formatDollars } from '#web/lib/format/money.ts';

type ChangeProps = { readonly cents: number; readonly period: string };

/** A change: arrow, amount, period. No change is said in words. */
export function Change({ cents, period }: ChangeProps): ReactElement {
  if (cents === 0) return <span className="today">level {period}</span>;
  return (
    <span className="today">
      <svg className="tri" aria-hidden="true">
        <use href={cents > 0 ? '#i-up' : '#i-down'} />
      </svg>
      <span className="sr">{cents > 0 ? 'up ' : 'down '}</span>
      {formatDollars(Math.abs(cents))} {period}
    </span>
  );
}
