import type { Route } from 'next';

/**
 * Deliberately an address that no page has, hence the cast: the route types list only pages that exist. `notFound()`
 * inside a page gives readers without JavaScript an empty body; a redirect here gives them the not-found page as HTML
 * with status 404.
 */
export function getNotFoundRoute(): Route {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return '/not-found' as Route;
}
