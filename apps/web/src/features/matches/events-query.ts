import type { Route } from 'next';

/** The page and filters a reader asked for. Pages count from 1. */
export type EventsQuery = {
  readonly page: number;
  readonly status?: 'open' | 'settled';
  readonly category?: string;
};

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const MAXIMUM_PAGE = 10_000;

/** Reads the query from an address. Invalid parameters are ignored. */
export function readEventsQuery(params: SearchParams): EventsQuery {
  const { page, status, category } = params;
  const number = typeof page === 'string' && /^\d{1,5}$/.test(page) ? Number(page) : 1;
  return {
    page: Math.min(MAXIMUM_PAGE, Math.max(1, number)),
    ...((status === 'open' || status === 'settled') && { status }),
    ...(typeof category === 'string' && category !== '' && category.length <= 60 && { category }),
  };
}

/** The address that shows a query. */
export function toEventsHref(query: EventsQuery): Route {
  const params = new URLSearchParams();
  if (query.status) params.set('status', query.status);
  if (query.category) params.set('category', query.category);
  if (query.page > 1) params.set('page', String(query.page));
  const text = params.toString();
  return text === '' ? '/events' : `/events?${text}`;
}
