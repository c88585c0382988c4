import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { LeaderboardView } from '@coliseum/api/views/leaderboard-view';
import type { ReactElement } from 'react';
import { prepareHeadline } from '#web/features/report/prepare-headline.ts';
import { prepareRecap } from '#web/features/report/prepare-recap.ts';
import { formatDay } from '#web/lib/format/time.ts';

type ReportLeadProps = {
  readonly leaderboard: LeaderboardView;
  readonly matchDays: number;
  /** The matches of the latest match days, newest first. */
  readonly events: readonly EventRowView[];
};

/** The front page's report: who has the money, and up to three facts from the latest settled day. */
export function ReportLead({ leaderboard, matchDays, events }: ReportLeadProps): ReactElement {
  const { agents, statement } = leaderboard;
  const headline = prepareHeadline({ agents, statement, matchDays });
  const settledDay = findLatestSettledDay(events);
  const recap = prepareRecap(settledDay);
  return (
    <section className="wrap lead" aria-labelledby="lead-heading">
      <div>
        <p className="label kicker">The report</p>
        <h1 id="lead-heading">
          <span>{headline.money}</span> <span>{headline.skill}</span>
        </h1>
        <p className="deck">{headline.deck}</p>
      </div>
      {recap.length > 0 ? (
        <div>
          <p className="recap-head">
            <span className="label">From the latest settled card</span>
            <span className="meta">{formatDay(settledDay[0]?.date ?? '')}</span>
          </p>
          <ol className="recap">
            {recap.map((item) => (
              <li key={item.label}>
                <p className="label">{item.label}</p>
                <p className="fig">{item.figure}</p>
                <p className="prose">{item.text}</p>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}

/** The matches of the latest date on which every match is settled; empty if there is none. */
function findLatestSettledDay(events: readonly EventRowView[]): readonly EventRowView[] {
  const byDate = Map.groupBy(events, (event) => event.date);
  const dates = [...byDate.keys()].toSorted((a, b) => b.localeCompare(a));
  const settled = dates.find((date) => byDate.get(date)?.every((event) => event.status === 'settled'));
  return settled === undefined ? [] : (byDate.get(settled) ?? []);
}
