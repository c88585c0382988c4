import { AppError } from '@coliseum/domain/errors/app-error';
import type { HttpClient } from '@coliseum/http/http-client';
import { trimToNull } from '@coliseum/http/trim-to-null';
import { WireEvent, WireEventsPage } from './wire.ts';

const PAGE_SIZE = 200;

/**
 * Every event with an open market, its markets inside, page by page to the end of the cursor: category, series and
 * markets in the fewest calls, without the combination markets that fill `/markets`.
 * Throws KALSHI_BAD_RESPONSE when a cursor is repeated or nothing on a page can be read.
 */
export async function* readOpenEvents(http: HttpClient): AsyncGenerator<WireEvent> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { status: 'open', with_nested_markets: true, limit: PAGE_SIZE, cursor };
    const page = await http.requestJson({ path: '/events', query, schema: WireEventsPage });
    yield* parseEvents(page.events);
    cursor = trimToNull(page.cursor) ?? undefined;
    if (cursor !== undefined && seen.has(cursor)) {
      throw createPageError('Kalshi repeats a cursor: its list has no end.');
    }
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

function parseEvents(bodies: readonly unknown[]): WireEvent[] {
  const events = bodies.flatMap((body) => {
    const parsed = WireEvent.safeParse(body);
    return parsed.success ? [parsed.data] : [];
  });
  if (bodies.length > 0 && events.length === 0) throw createPageError('No event of a page can be read.');
  return events;
}

function createPageError(what: string): AppError {
  const message = `${what} Update the client.`;
  return new AppError({ code: 'KALSHI_BAD_RESPONSE', message, details: { path: '/events' } });
}
