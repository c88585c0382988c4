import type { MatchCursor } from '../views/pagination.ts';
import type { HistoryDay, HistoryEvent } from './match-history.ts';

type Match = { readonly day: Pick<HistoryDay, 'date'>; readonly event: Pick<HistoryEvent, 'matchNumber'> };

type MatchPage<T> = {
  readonly total: number;
  readonly limit: number;
  /** Matches before the page. */
  readonly offset: number;
  readonly next_cursor: MatchCursor | null;
  readonly items: readonly T[];
};

type PageRequest = { readonly limit: number; readonly offset: number; readonly cursor?: MatchCursor | undefined };

/**
 * A page of matches that are in order, newest first. A cursor names the last match of the page before, so a page stays
 * the same whatever is added in front of it.
 */
export function cutMatchPage<T extends Match>(
  matches: readonly T[],
  { limit, offset, cursor }: PageRequest,
): MatchPage<T> {
  const start = cursor === undefined ? offset : findStart(matches, cursor);
  const items = matches.slice(start, start + limit);
  const last = items.at(-1);
  const hasMore = start + items.length < matches.length;
  return {
    total: matches.length,
    limit,
    offset: start,
    next_cursor: last !== undefined && hasMore ? formatCursor(last) : null,
    items,
  };
}

function formatCursor({ day, event }: Match): MatchCursor {
  return `${day.date}.${event.matchNumber}`;
}

/** The first match that is older than the one the cursor names. */
function findStart(matches: readonly Match[], cursor: MatchCursor): number {
  const [date = '', number = ''] = cursor.split('.');
  const start = matches.findIndex(
    ({ day, event }) => day.date < date || (day.date === date && event.matchNumber < Number(number)),
  );
  return start === -1 ? matches.length : start;
}
