import type { Route } from 'next';
import type { ReactElement } from 'react';
import { SiteLink } from '#web/components/ui/site-link.tsx';
import { toEventsHref, type EventsQuery } from '#web/features/matches/events-query.ts';
import { formatCategory } from '#web/lib/format/count.ts';

type EventsFilterProps = { readonly query: EventsQuery; readonly categories: readonly string[] };

type Choice = { readonly label: string; readonly href: Route; readonly isChosen: boolean };

const STATUSES = [
  ['All', undefined],
  ['Open', 'open'],
  ['Settled', 'settled'],
] as const;

/** The filters of the list as links, which work without JavaScript and can be shared. */
export function EventsFilter({ query, categories }: EventsFilterProps): ReactElement {
  const { category } = query;
  const byStatus = STATUSES.map(([label, status]) => ({
    label,
    href: toEventsHref({ page: 1, ...(status && { status }), ...(category && { category }) }),
    isChosen: query.status === status,
  }));
  const kept = query.status ? { status: query.status } : {};
  const byCategory = [
    { label: 'Every category', href: toEventsHref({ page: 1, ...kept }), isChosen: category === undefined },
    ...categories.map((name) => ({
      label: formatCategory(name),
      href: toEventsHref({ page: 1, ...kept, category: name }),
      isChosen: category === name,
    })),
  ];
  return (
    <nav aria-label="Filter" className="filters">
      <Choices name="Status" choices={byStatus} />
      <Choices name="Category" choices={byCategory} />
    </nav>
  );
}

function Choices({ name, choices }: { readonly name: string; readonly choices: readonly Choice[] }): ReactElement {
  return (
    <ul className="switch" aria-label={name}>
      {choices.map((choice) => (
        <li key={choice.label}>
          <SiteLink href={choice.href} aria-current={choice.isChosen ? 'true' : undefined}>
            {choice.label}
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}
