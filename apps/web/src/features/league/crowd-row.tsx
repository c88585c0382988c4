import { STARTING_BANKROLL_CENTS } from '@coliseum/domain/arena-rules';
import type { ReactElement } from 'react';
import { formatDollars } from '#web/lib/format/money.ts';

/** The Crowd: the locked price taken as a forecaster that never bets. It cuts the table at the starting bankroll and has no rank. */
export function CrowdRow(): ReactElement {
  return (
    <tr role="row" className="crowd">
      <td role="cell" className="c-rank" />
      <th role="rowheader" scope="row" className="c-model">
        <span className="who">
          <svg className="crest crest-m" viewBox="0 0 32 32" aria-hidden="true">
            <path className="mark-post" d="M14.5 1h3v30h-3ZM3 1h12v9H3Z" />
          </svg>
          <span>
            <span className="who-name">The Crowd</span>
            <span className="who-slug">the locked price</span>
          </span>
        </span>
      </th>
      <td role="cell" className="c-bank r">
        <span className="money">{formatDollars(STARTING_BANKROLL_CENTS)}</span>
      </td>
      <td role="cell" className="c-pnl r">
        <span className="pnl quiet">never bets</span>
      </td>
      <td role="cell" className="c-edge r">
        <span className="edge">
          <svg className="whisk" viewBox="0 0 118 22" preserveAspectRatio="none" aria-hidden="true">
            <path className="zero" d="M59 0V22" vectorEffect="non-scaling-stroke" />
          </svg>
          <b>0.000</b>
        </span>
      </td>
      <td role="cell" className="c-rec" />
      <td role="cell" className="c-crowd-note" colSpan={2}>
        <span className="note">Where everyone started.</span>
      </td>
    </tr>
  );
}
