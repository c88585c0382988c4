import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { GateNumeral } from '#web/components/arena/gate-numeral.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { MatchTag } from '#web/features/matches/match-tag.tsx';
import { describeTally } from '#web/features/matches/tally.ts';
import { formatCategory, formatRoman } from '#web/lib/format/count.ts';
import { formatDollars } from '#web/lib/format/money.ts';
import { formatPrice } from '#web/lib/format/price.ts';
import { formatDay } from '#web/lib/format/time.ts';

type EventsTableProps = { readonly events: readonly EventRowView[]; readonly now: string };

/** Matches as rows: numeral, market, line, status, bets on each side, money staked. */
export function EventsTable({ events, now }: EventsTableProps): ReactElement {
  return (
    <div className="scroll-safe">
      <table className="plain results" role="table">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              Match
            </th>
            <th role="columnheader" scope="col">
              Market
            </th>
            <th role="columnheader" scope="col" className="r">
              Line
            </th>
            <th role="columnheader" scope="col">
              Status
            </th>
            <th role="columnheader" scope="col" className="hide-m">
              Bets
            </th>
            <th role="columnheader" scope="col" className="r hide-m">
              Staked
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventsRow key={event.id} event={event} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EventsRow({ event, now }: { readonly event: EventRowView; readonly now: string }): ReactElement {
  return (
    <tr role="row">
      <td role="cell">
        <GateNumeral matchNumber={event.match_number} />
        <span className="sr">{formatRoman(event.match_number)}</span>
      </td>
      <th role="rowheader" scope="row">
        <SiteLink href={`/events/${event.id}`}>{event.question}</SiteLink>
        <span className="meta row-note">
          {formatCategory(event.category)}, {formatDay(event.date)}
        </span>
      </th>
      <td role="cell" className="r n">
        {formatPrice(event.locked_price_exact)}
      </td>
      <td role="cell">
        <MatchTag event={event} now={now} />
      </td>
      <td role="cell" className="n hide-m">
        {describeTally(event.forecasts)}
      </td>
      <td role="cell" className="r n hide-m">
        {formatDollars(event.total_wagered_cents)}
      </td>
    </tr>
  );
}
