import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { StatusView } from '@coliseum/api/views/status-view';
import type { ReactElement } from 'react';
import { Countdown } from '#web/components/arena/countdown.tsx';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { isBeingPlayed, prepareStages } from '#web/features/scorebug/prepare-stages.ts';
import { formatRoman } from '#web/lib/format/count.ts';
import { formatDate } from '#web/lib/format/time.ts';

type ScorebugProps = {
  /** Null while the API is down. */
  readonly status: StatusView | null;
  readonly card: readonly EventRowView[];
};

/** The bar at the top of every page: match day, progress, next close, and whether this is an exhibition. */
export function Scorebug({ status, card }: ScorebugProps): ReactElement {
  return (
    <div className="bug">
      <div className="wrap bug-row">
        <SiteLink className="brand" href="/">
          <svg aria-hidden="true">
            <use href="#i-mark" />
          </svg>
          <span>Coliseum</span>
        </SiteLink>
        {status ? <MatchDay status={status} /> : <p className="bug-day">Arena not responding</p>}
        <Stages status={status} card={card} />
        {status ? <NextClock status={status} card={card} /> : null}
        {status?.exhibition ? (
          <p className="bug-exh">
            <b>Exhibition</b>
            <span>simulated</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function MatchDay({ status }: { readonly status: StatusView }): ReactElement {
  const { run, latest_date: latestDate } = status;
  const next = run && isBeingPlayed(run, latestDate) ? run : null;
  const number = status.match_day + (next ? 1 : 0);
  const date = next?.date ?? latestDate;
  return (
    <p className="bug-day">
      <b>{number > 0 ? `Match day ${number}` : 'Before match day 1'}</b>
      {date ? <time dateTime={date}>{formatDate(date)}</time> : null}
    </p>
  );
}

function Stages({ status, card }: ScorebugProps): ReactElement {
  const stages = prepareStages({ run: status?.run ?? null, latestDate: status?.latest_date ?? null, card });
  return (
    <ol className="stages" aria-label="Progress of the match day">
      {stages.map((stage) => (
        <li
          key={stage.name}
          className={`stage ${stage.state}`}
          aria-current={stage.state === 'live' ? 'step' : undefined}
        >
          <b>
            {stage.state === 'live' ? <span className="live-dot" /> : null}
            {stage.name}
          </b>
          <span className="sr">{stage.state === 'done' ? ', done' : stage.state === 'todo' ? ', to come' : ''}</span>
        </li>
      ))}
    </ol>
  );
}

function NextClock({
  status,
  card,
}: {
  readonly status: StatusView;
  readonly card: ScorebugProps['card'];
}): ReactElement {
  const close = status.next_close;
  if (!close || close.close_time <= status.now) {
    return (
      <p className="bug-next">
        <span>Next card</span>
        <Countdown className="clock" until={status.next_run_at} writtenAt={status.now} />
      </p>
    );
  }
  const match = card.find((event) => event.id === close.event_id);
  return (
    <p className="bug-next">
      <span>Next close{match ? `: ${formatRoman(match.match_number)}` : ''}</span>
      <Countdown className="clock" until={close.close_time} writtenAt={status.now} />
    </p>
  );
}
