import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { GateNumeral } from '#web/components/arena/gate-numeral.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { formatRoman } from '#web/lib/format/count.ts';
import { formatPrice } from '#web/lib/format/price.ts';
import { formatClock } from '#web/lib/format/time.ts';

/** The matches of the latest card, one cell each: numeral, title, line, state. */
export function FixturesStrip({ card }: { readonly card: readonly EventRowView[] }): ReactElement | null {
  if (card.length === 0) return null;
  return (
    <div className="fixtures-strip">
      <nav className="wrap" aria-label="Matches of the latest card">
        <ol className="fixtures">
          {card.map((event) => (
            <li key={event.id}>
              <SiteLink className="fx" href={`/events/${event.id}`}>
                <GateNumeral matchNumber={event.match_number} />
                <span className="sr">Match {formatRoman(event.match_number)}: </span>
                <span className="fx-t">{event.title}</span>
                <span className="fx-p">{formatPrice(event.locked_price_exact)}</span>
                <span className="fx-s">{formatFixtureState(event)}</span>
              </SiteLink>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

function formatFixtureState(event: EventRowView): ReactElement | string {
  switch (event.status) {
    case 'open':
      return `closes ${formatClock(event.close_time).slice(0, 5)}`;
    case 'waiting_settlement':
      return 'Closed';
    case 'delayed':
      return 'Delayed';
    case 'settled':
      if (event.outcome === 'VOID') return 'Void';
      return (
        <>
          Final <b>{event.outcome === 'FRACTIONAL' ? 'split' : event.outcome}</b>
        </>
      );
  }
}
