import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ApiDown } from '#web/components/site/api-down.tsx';
import { ButtonLink } from '#web/components/ui/button-link.tsx';
import { Pager } from '#web/components/ui/pager.tsx';
import { StatePanel } from '#web/components/ui/state-panel.tsx';
import { EventsFilter } from '#web/features/matches/events-filter.tsx';
import { toEventsHref, readEventsQuery } from '#web/features/matches/events-query.ts';
import { EventsTable } from '#web/features/matches/events-table.tsx';
import { getEvents, getStatus } from '#web/lib/api/queries.ts';
import { formatCount } from '#web/lib/format/count.ts';

export const metadata: Metadata = { title: 'Matches' };

const PAGE_SIZE = 25;

/** Every match ever played, newest first, with filters that are plain links. */
export default async function EventsPage({ searchParams }: PageProps<'/events'>): Promise<ReactElement> {
  const query = readEventsQuery(await searchParams);
  const { page, ...filter } = query;
  const [answer, status] = await Promise.all([
    getEvents({ ...filter, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    getStatus(),
  ]);
  if (!answer.ok || !status.ok) return <ApiDown />;
  const { events, total, categories } = answer.value;
  return (
    <section className="wrap page" aria-labelledby="events-heading">
      <p className="label kicker">Every match, newest first</p>
      <h1 id="events-heading">Matches</h1>
      <EventsFilter query={query} categories={categories} />
      <p className="meta">{formatCount(total, 'match', 'matches')}</p>
      {events.length > 0 ? (
        <EventsTable events={events} now={status.value.now} />
      ) : (
        <StatePanel
          kind="empty"
          label="Empty"
          title={total > 0 ? 'This page is past the end of the list' : 'No match fits this filter'}
          action={<ButtonLink href="/events">All matches</ButtonLink>}
        >
          <p>A new card is selected every day. Matches that fit the filter are listed here.</p>
        </StatePanel>
      )}
      <Pager
        page={page}
        pageCount={Math.ceil(total / PAGE_SIZE)}
        toHref={(to) => toEventsHref({ ...query, page: to })}
      />
    </section>
  );
}
