import { toCursor, readOffset } from '../../kalshi/paginate.ts';
import {
  createHtmlAnswer,
  createJsonAnswer,
  transportEffects,
  type Answer,
  type FaultEffect,
} from '../fault-effect.ts';
import type { KalshiCallKind } from '../fault-kinds.ts';
import { isJsonObject, readField } from '../json-fields.ts';

const SHORT_PAGE = 3;
const listFields = ['events', 'markets'];

/** What each kind of fault does to a call to Kalshi. */
export const kalshiEffects: Readonly<Record<KalshiCallKind, FaultEffect>> = {
  ...transportEffects,
  'rate-limited': createJsonAnswer(429, { error: 'too many requests' }),
  'unavailable-html': createHtmlAnswer(503, '503 Service Temporarily Unavailable'),
  'forbidden-html': createHtmlAnswer(403, '403 Forbidden'),
  'bad-request': createJsonAnswer(400, { error: { code: 'invalid_parameters', message: 'invalid parameters' } }),
  'bad-request-flat': createJsonAnswer(400, { code: 'invalid_parameters', message: 'invalid parameters', details: '' }),
  'not-found': createJsonAnswer(404, { error: { code: 'not_found', message: 'not found' } }),
  'short-page': { kind: 'change', change: (page, { query }) => shortenPage(page, readPageOffset(query)) },
  'repeated-cursor': { kind: 'change', change: (page) => ({ ...page, cursor: toCursor(0) }) },
  'no-cursor': { kind: 'change', change: ({ cursor, ...page }) => (cursor === '' ? page : { cursor, ...page }) },
  'expired-cursor': createJsonAnswer(400, { error: { code: 'invalid_parameters', message: 'invalid cursor' } }),
  'empty-list': { kind: 'change', change: emptyList },
  'no-categories': { kind: 'change', change: withoutCategories },
};

function emptyList(page: Answer): Answer {
  const name = findListField(page);
  return name === undefined ? page : { ...page, [name]: [], cursor: '' };
}

/** A list of events that leaves it to their series to have a category. */
function withoutCategories(page: Answer): Answer {
  const { events } = page;
  if (!Array.isArray(events)) return page;
  return { ...page, events: events.filter(isJsonObject).map(({ category: _, ...event }) => event) };
}

function findListField(page: Answer): string | undefined {
  return listFields.find((field) => Array.isArray(page[field]));
}

/** At most three items of a list, whatever the limit, and a cursor that goes on where they end. */
function shortenPage(page: Answer, offset: number): Answer {
  const name = findListField(page);
  const items: unknown = name === undefined ? [] : page[name];
  if (name === undefined || !Array.isArray(items) || items.length <= SHORT_PAGE) return page;
  const kept: unknown[] = items.slice(0, SHORT_PAGE);
  return { ...page, [name]: kept, cursor: toCursor(offset + SHORT_PAGE) };
}

function readPageOffset(query: unknown): number {
  const cursor = readField(query, 'cursor');
  return typeof cursor === 'string' ? (readOffset(cursor) ?? 0) : 0;
}
