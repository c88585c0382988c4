import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { Countdown } from '#web/components/arena/countdown.tsx';
import { GateNumeral } from '#web/components/arena/gate-numeral.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { describeResult } from '#web/features/matches/describe-result.ts';
import { TheLine } from '#web/features/matches/line/the-line.tsx';
import { MatchTag } from '#web/features/matches/match-tag.tsx';
import { describeTally } from '#web/features/matches/tally.ts';
import { formatCategory, formatRoman } from '#web/lib/format/count.ts';
import { formatDollars } from '#web/lib/format/money.ts';

type MatchCardProps = { readonly event: EventRowView; readonly now: string };

/** One match of a card: question, status and the line. */
export function MatchCard({ event, now }: MatchCardProps): ReactElement {
  const isOpen = event.status === 'open' && event.close_time > now;
  return (
    <article className="match" id={`match-${event.match_number}`}>
      <header className="match-head">
        <GateNumeral matchNumber={event.match_number} />
        <p className="label">
          {formatCategory(event.category)}
          <span className="sr">, match {formatRoman(event.match_number)}</span>
        </p>
        <h3>
          <SiteLink href={`/events/${event.id}`}>{event.question}</SiteLink>
        </h3>
        <div className="match-foot">
          <MatchTag event={event} now={now} />
          {isOpen ? <Countdown className="clock-in" until={event.close_time} writtenAt={now} /> : null}
          <p className="meta">{describeResult(event, now)}</p>
          <p className="tally">
            {describeTally(event.forecasts)}; <span>{formatDollars(event.total_wagered_cents)} staked</span>
          </p>
        </div>
      </header>
      <TheLine event={event} />
    </article>
  );
}
