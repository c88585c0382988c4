import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { HttpClient } from '@coliseum/http/http-client';
import { trimToNull } from '@coliseum/http/trim-to-null';
import { WireEvent, WireEventsPage } from './wire.ts';

const PAGE_SIZE = 200;

/** An event, or the first of its fields that cannot be read. */
export type ReadEvent = Result<WireEvent, { readonly field: string }>;

/** The exchange refused a cursor of its own. The list can be read again from its beginning. */
export class ExpiredCursor extends Error {}

/**
 * Every event with an open market, its markets inside, page by page to the end of the cursor: category, series and
 * markets in the fewest calls, without the combination markets that fill `/markets`.
 * Throws {@link ExpiredCursor}, and KALSHI_BAD_RESPONSE when a cursor is repeated or nothing on a page can be read.
 */
export async function* readOpenEvents(http: HttpClient): AsyncGenerator<ReadEvent> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await readPage(http, cursor);
    yield* parseEvents(page.events);
    cursor = trimToNull(page.cursor) ?? undefined;
    if (cursor !== undefined && seen.has(cursor)) {
      throw createPageError('Kalshi repeats a cursor: its list has no end.');
    }
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

async function readPage(http: HttpClient, cursor: string | undefined): Promise<WireEventsPage> {
  const query = { status: 'open', with_nested_markets: true, limit: PAGE_SIZE, cursor };
  try {
    return await http.requestJson({ path: '/events', query, schema: WireEventsPage });
  } catch (cause) {
    // The first page was not refused, and only the cursor is different now.
    if (cursor === undefined || !isAppError(cause, 'KALSHI_BAD_REQUEST')) throw cause;
    throw new ExpiredCursor('Kalshi refuses its own cursor.', { cause });
  }
}

function parseEvents(bodies: readonly unknown[]): ReadEvent[] {
  const events = bodies.map((body): ReadEvent => {
    const parsed = WireEvent.safeParse(body);
    return parsed.success ? success(parsed.data) : failure({ field: parsed.error.issues[0]?.path.join('.') ?? '' });
  });
  if (bodies.length > 0 && !events.some(({ ok }) => ok)) throw createPageError('No event of a page can be read.');
  return events;
}

function createPageError(what: string): AppError {
  const message = `${what} Update the client.`;
  return new AppError({ code: 'KALSHI_BAD_RESPONSE', message, details: { path: '/events' } });
}
