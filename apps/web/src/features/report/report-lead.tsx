import type { AgentRowView } from '@coliseum/api/views/agent-row-view';
import type { EventRowView } from '@coliseum/api/views/event-row-view';
import type { ReactElement } from 'react';
import { prepareHeadline } from '#web/features/report/prepare-headline.ts';
import { prepareRecap } from '#web/features/report/prepare-recap.ts';
import { formatDay } from '#web/lib/format/time.ts';

type ReportLeadProps = {
  readonly agents: readonly AgentRowView[];
  readonly matchDays: number;
  /** The newest match days' events, newest first. */
  readonly events: readonly EventRowView[];
};

/** The front page's report: the state of the money, and the newest settled day in three facts. */
export function ReportLead({ agents, matchDays, events }: ReportLeadProps): ReactElement {
  const headline = prepareHeadline(agents, matchDays);
  const settledDay = findNewestSettledDay(events);
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
            <span className="label">From the newest settled card</span>
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

/** The events of the newest date on which every match is settled; none if there is no such date. */
function findNewestSettledDay(events: readonly EventRowView[]): readonly EventRowView[] {
  const byDate = Map.groupBy(events, (event) => event.date);
  const dates = [...byDate.keys()].toSorted((a, b) => b.localeCompare(a));
  const settled = dates.find((date) => byDate.get(date)?.every((event) => event.status === 'settled'));
  return settled === undefined ? [] : (byDate.get(settled) ?? []);
}
