import { expect, test } from 'vitest';
import { readWaitMs } from './read-reset.ts';
import { WireError } from './wire.ts';

const now = new Date('2026-11-22T14:00:00.000Z');
const read = (headers: unknown, retryAfter: string | null = null) =>
  readWaitMs(retryAfter, WireError.parse({ code: 429, message: 'No.', metadata: { headers } }), now);

test.each([
  [{ 'X-RateLimit-Reset': String(now.getTime() + 90_000) }, 90_000],
  [{ 'x-ratelimit-reset': now.getTime() + 90_000 }, 90_000],
  [{ 'X-RateLimit-Reset': String(now.getTime() / 1000 + 90) }, 90_000],
  [{ 'X-RateLimit-Reset': '90' }, 90_000],
  [{ 'X-RateLimit-Reset': String(now.getTime() - 5_000) }, 0],
  [{ 'Retry-After': '7', 'X-RateLimit-Reset': '90' }, 7_000],
  [{ 'X-RateLimit-Reset': 'soon' }, null],
  [{ 'X-RateLimit-Reset': '' }, null],
  [{ 'X-RateLimit-Reset': '-1' }, null],
  [{ 'X-RateLimit-Limit': '20' }, null],
  ['none', null],
  [undefined, null],
])('the headers %j ask for a wait of %j ms', (headers, waitMs) => {
  expect(read(headers)).toBe(waitMs);
});

test('the header of the answer itself comes first', () => {
  expect(read({ 'X-RateLimit-Reset': '90' }, '3')).toBe(3_000);
  expect(readWaitMs(null, null, now)).toBeNull();
});
