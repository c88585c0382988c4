import { cursorOf, offsetOf } from '../../kalshi/paginate.ts';
import { htmlAnswer, jsonAnswer, transportEffects, type Answer, type FaultEffect } from '../fault-effect.ts';
import type { KalshiCallKind } from '../fault-kinds.ts';
import { fieldOf } from '../json-fields.ts';

const SHORT_PAGE = 3;
const listFields = ['events', 'markets'];

/** What each kind of fault does to a call to Kalshi. */
export const kalshiEffects: Readonly<Record<KalshiCallKind, FaultEffect>> = {
  ...transportEffects,
  'rate-limited': jsonAnswer(429, { error: 'too many requests' }),
  'unavailable-html': htmlAnswer(503, '503 Service Temporarily Unavailable'),
  'forbidden-html': htmlAnswer(403, '403 Forbidden'),
  'bad-request': jsonAnswer(400, { error: { code: 'invalid_parameters', message: 'invalid parameters' } }),
  'bad-request-flat': jsonAnswer(400, { code: 'invalid_parameters', message: 'invalid parameters', details: '' }),
  'not-found': jsonAnswer(404, { error: { code: 'not_found', message: 'not found' } }),
  'short-page': { kind: 'change', change: (page, { query }) => shortenPage(page, offsetIn(query)) },
  'repeated-cursor': { kind: 'change', change: (page) => ({ ...page, cursor: cursorOf(0) }) },
  'no-cursor': { kind: 'change', change: ({ cursor, ...page }) => (cursor === '' ? page : { cursor, ...page }) },
};

/** At most three items of a list, whatever the limit, and a cursor that goes on where they end. */
function shortenPage(page: Answer, offset: number): Answer {
  const name = listFields.find((field) => Array.isArray(page[field]));
  const items: unknown = name === undefined ? [] : page[name];
  if (name === undefined || !Array.isArray(items) || items.length <= SHORT_PAGE) return page;
  const kept: unknown[] = items.slice(0, SHORT_PAGE);
  return { ...page, [name]: kept, cursor: cursorOf(offset + SHORT_PAGE) };
}

function offsetIn(query: unknown): number {
  const cursor = fieldOf(query, 'cursor');
  return typeof cursor === 'string' ? (offsetOf(cursor) ?? 0) : 0;
}
