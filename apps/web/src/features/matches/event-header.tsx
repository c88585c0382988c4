import type { EventView } from '@coliseum/api/views/event-view';
import type { ReactElement } from 'react';
import { GateNumeral } from '#web/components/arena/gate-numeral.tsx';
import { Facts } from '#web/components/ui/facts.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { MatchTag } from '#web/features/matches/match-tag.tsx';
import { prepareEventFacts } from '#web/features/matches/prepare-event-facts.ts';
import { countTally } from '#web/features/matches/tally.ts';
import { cn } from '#web/lib/cn.ts';
import { formatCategory, formatRoman } from '#web/lib/format/count.ts';
import { formatDay } from '#web/lib/format/time.ts';

type EventHeaderProps = { readonly event: EventView; readonly now: string };

/** The top of a match's page: numeral, question, resolution criteria, bets on each side and figures. */
export function EventHeader({ event, now }: EventHeaderProps): ReactElement {
  return (
    <div className="wrap">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <SiteLink href="/">Today</SiteLink>
          </li>
          <li>
            <SiteLink href="/events">Matches</SiteLink>
          </li>
          <li aria-current="page">
            {formatDay(event.date)}, match {formatRoman(event.match_number)}
          </li>
        </ol>
      </nav>
      <header className="ev-head has-score">
        <GateNumeral matchNumber={event.match_number} />
        <div>
          <p className="label">
            {formatCategory(event.category)} <span className="sr">, match {formatRoman(event.match_number)}</span>
          </p>
          <h1>{event.question}</h1>
        </div>
        <p className="prose ev-rules">{event.resolution_criteria}</p>
        <Score event={event} now={now} />
      </header>
      <Facts facts={prepareEventFacts(event)} />
    </div>
  );
}

function Score({ event, now }: EventHeaderProps): ReactElement {
  const tally = countTally(event.forecasts);
  const isDecided = event.outcome === 'YES' || event.outcome === 'NO';
  const toStateClass = (side: 'YES' | 'NO') => cn(isDecided && (event.outcome === side ? 'won' : 'lost'));
  return (
    <div className="score">
      <p className={toStateClass('YES')}>
        <span>YES</span>
        <b>{tally.yes}</b>
      </p>
      <p className={toStateClass('NO')}>
        <span>NO</span>
        <b>{tally.no}</b>
      </p>
      <p className="cap-line">
        Bets on each side <MatchTag event={event} now={now} />
      </p>
    </div>
  );
}
