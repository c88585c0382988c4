import { request as send, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createLogger } from '@coliseum/observability/logger';
import { expect, test } from 'vitest';
import { createManualRevisions } from '../testing/manual-revisions.ts';
import { createSampleId } from '../testing/sample-models.ts';
import { sampleQueries, startServer } from '../testing/start-server.ts';
import type { ServerOptions } from './server.ts';

const PATHS = [
  '/api/leaderboard',
  '/api/events?limit=2',
  `/api/events/${createSampleId('e', 1)}`,
  `/api/agents/${createSampleId('a', 1)}`,
  '/api/batches',
  '/api/status',
  '/api/persona/current',
];
/** Headers that differ from answer to answer. */
const OWN_HEADERS = /^(date|x-request-id)$/;

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly bytes: Buffer };

/** A server that listens, with a log that does not follow single requests: then kept bytes are sent before the framework. */
async function listen(options: Partial<ServerOptions> = {}): Promise<(path: string, ask?: Ask) => Promise<Answer>> {
  const logger = createLogger({ level: 'silent', pretty: false });
  const { server } = await startServer({ logger, ...options });
  const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  return (path, ask = {}) => exchange({ port: Number(port), path, ...ask });
}

type Ask = { readonly method?: string; readonly headers?: Record<string, string> };

async function exchange(options: Ask & { readonly port: number; readonly path: string }): Promise<Answer> {
  const request = send({ host: '127.0.0.1', ...options }).end();
  const response = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
  return { status: response.statusCode ?? 0, headers: response.headers, bytes: await buffer(response) };
}

function omitOwn({ status, headers, bytes }: Answer) {
  const shared = Object.entries(headers).filter(([name]) => !OWN_HEADERS.test(name));
  return { status, headers: Object.fromEntries(shared), text: bytes.toString() };
}

test.each(PATHS)('%s has the same status, headers and body the first time and from what is kept', async (path) => {
  const ask = await listen();
  const first = await ask(path);
  const second = await ask(path);
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=5, stale-while-revalidate=30',
    'content-type': 'application/json; charset=utf-8',
    etag: expect.stringMatching(/^"[\w-]+"$/),
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(omitOwn(second)).toEqual(omitOwn(first));
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
});

test.each([
  ['an unknown parameter', '/api/events?limit=2&utm_source=x', {}],
  ['the parameters in another order', '/api/events?offset=0&limit=2', {}],
  ['defaults that are written out', '/api/events?limit=2&offset=0', {}],
  ['a slash at the end', '/api/events/?limit=2', {}],
  ['another host', '/api/events?limit=2', { host: 'evil.example' }],
  ['headers of a proxy', '/api/events?limit=2', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
  ['a cookie', '/api/events?limit=2', { cookie: 'session=1' }],
  ['a language', '/api/events?limit=2', { 'accept-language': 'de', accept: 'text/html' }],
])('%s changes nothing in the answer, from the framework or from what is kept', async (_what, path, headers) => {
  const ask = await listen();
  const plain = omitOwn(await ask('/api/events?limit=2'));
  expect(omitOwn(await ask(path, { headers }))).toEqual(plain);
  expect(omitOwn(await ask(path, { headers }))).toEqual(plain);
});

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip;q=0.5, br;q=1', 'br', brotliDecompressSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
] as const)('to %s the answer is %s', async (accepted, encoding, decode) => {
  const ask = await listen();
  const plain = await ask('/api/leaderboard');
  const headers = { 'accept-encoding': accepted };
  const packed = await ask('/api/leaderboard', { headers });
  expect(packed.headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(packed.bytes.length) });
  expect(decode(packed.bytes).toString()).toBe(plain.bytes.toString());
  expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
});

test.each(['identity', 'zstd', 'nonsense;;q', ''])('to %j the answer is the body as it is', async (accepted) => {
  const ask = await listen();
  const { headers } = await ask('/api/leaderboard', { headers: { 'accept-encoding': accepted } });
  expect(headers).not.toHaveProperty('content-encoding');
});

test.each(['framework', 'kept'])('who has the bytes gets 304 from the %s', async (from) => {
  const ask = await listen();
  const { headers } = await ask('/api/leaderboard');
  const etag = String(headers['etag']);
  const path = from === 'kept' ? '/api/leaderboard' : '/api/leaderboard?unseen=1';
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const { status, bytes, headers: own } = await ask(path, { headers: { 'if-none-match': tag } });
    expect([tag, status, bytes.length, own['etag']]).toEqual([tag, 304, 0, etag]);
    expect(own).not.toHaveProperty('content-type');
    expect(own).toMatchObject({ 'cache-control': expect.any(String), vary: 'accept-encoding' });
  }
  expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test.each(PATHS)('HEAD %s has the headers of GET and no body', async (path) => {
  const ask = await listen();
  const get = omitOwn(await ask(path));
  const head = await ask(path, { method: 'HEAD' });
  expect(omitOwn(head)).toEqual({ ...get, text: '' });
});

test('the OpenAPI document is sent like any other answer', async () => {
  const ask = await listen();
  const { headers, bytes } = await ask('/api/openapi.json', { headers: { 'accept-encoding': 'br' } });
  expect(JSON.parse(brotliDecompressSync(bytes).toString())).toHaveProperty('openapi');
  const again = { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) };
  expect((await ask('/api/openapi.json', { headers: again })).status).toBe(304);
});

test('pages of other origins get the bytes with the headers of CORS', async () => {
  const ask = await listen({ corsOrigins: ['https://friend.example'] });
  await ask('/api/leaderboard');
  const { headers, status } = await ask('/api/leaderboard', { headers: { origin: 'https://friend.example' } });
  expect([status, headers['access-control-allow-origin']]).toEqual([200, 'https://friend.example']);
  expect(String(headers['vary']).toLowerCase()).toMatch(/origin.*accept-encoding/);
  const plain = await ask('/api/leaderboard?seen=no');
  expect(plain.headers).not.toHaveProperty('access-control-allow-origin');
  // A cache that keeps the answer to nobody in particular must not give it to that page.
  expect(String(plain.headers['vary']).toLowerCase()).toMatch(/origin.*accept-encoding/);
  expect(omitOwn(await ask('/api/leaderboard?seen=no'))).toEqual(omitOwn(plain));
});

test.each([
  ['/api/events?limit=1000', 400],
  [`/api/events/${createSampleId('e', 99)}`, 404],
  ['/api/nowhere', 404],
])('%s is %d every time, and no cache keeps it', async (path, status) => {
  const ask = await listen();
  for (let times = 0; times < 2; times += 1) {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.headers['cache-control'] ?? 'no-store').toBe('no-store');
  }
});

test('a hundred requests at once are one question', async () => {
  let asked = 0;
  const leaderboard = async () => {
    asked += 1;
    return sampleQueries.leaderboard();
  };
  const ask = await listen({ queries: { ...sampleQueries, leaderboard } });
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask('/api/leaderboard')));
  await Promise.all(Array.from({ length: 20 }, () => ask('/trpc/leaderboard')));
  expect([new Set(answers.map(({ status }) => status)), asked]).toEqual([new Set([200]), 1]);
});

test('while the database is away the last bytes are sent with their age', async () => {
  const manual = createManualRevisions();
  const revisions = { ...manual.revisions, beforeServing: () => {} };
  const ask = await listen({ revisions, clock: manual.clock });
  const before = await ask('/api/leaderboard');
  expect(before.headers).not.toHaveProperty('age');
  manual.loseDatabase(3 * 24 * 3_600_000);
  const during = await ask('/api/leaderboard');
  expect(during.headers['age']).toBe(String(3 * 24 * 3_600));
  expect([during.status, during.bytes]).toEqual([200, before.bytes]);
});

test('kept answers count for the limit of an address like any other', async () => {
  const { server } = await startServer({ requestsPerMinute: 3 });
  const ask = () => server.inject({ url: '/api/leaderboard', remoteAddress: '203.0.113.9' });
  const answers = [await ask(), await ask(), await ask(), await ask()];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['2', '1', '0', '0']);
});
