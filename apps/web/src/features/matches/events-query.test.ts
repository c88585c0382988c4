import { expect, test } from 'vitest';
import { toEventsHref, readEventsQuery } from './events-query.ts';

test('a query survives the trip through its address', () => {
  const query = { page: 3, status: 'settled', category: 'science & space' } as const;
  const href = toEventsHref(query);

  expect(href).toBe('/events?status=settled&category=science+%26+space&page=3');
  expect(readEventsQuery(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(query);
  expect(toEventsHref({ page: 1 })).toBe('/events');
});

test('invalid parameters in an address are ignored', () => {
  expect(readEventsQuery({ page: '-1', status: 'won', category: '' })).toEqual({ page: 1 });
  expect(readEventsQuery({ page: ['2', '3'], category: ['a', 'b'] })).toEqual({ page: 1 });
  expect(readEventsQuery({ page: '0' })).toEqual({ page: 1 });
});
