import type { Route } from 'next';

/**
 * An address no page has, on purpose: the route types know only pages that exist, hence the cast. `notFound()` inside a
 * page leaves an empty body to readers without JavaScript; sending them here gives the not-found page as HTML, status 404.
 */
export function getNotFoundRoute(): Route {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return '/not-found' as Route;
}
