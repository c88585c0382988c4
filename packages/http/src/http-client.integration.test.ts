import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts';
import { readHttpStatus } from './read-http-status.ts';
import type { ServiceProfile } from './service-profile.ts';
import { startScriptedServer, findUnusedUrl, type ScriptedAnswer } from './testing/scripted-server.ts';

const schema = z.object({ answer: z.number() });
const fine: ScriptedAnswer = { body: { answer: 42, unheardOf: true } };

const service: ServiceProfile = {
  name: 'Acme',
  codes: { timeout: 'KALSHI_TIMEOUT', unavailable: 'KALSHI_UNAVAILABLE', badResponse: 'KALSHI_BAD_RESPONSE' },
  explainRefusal: ({ status }) => ({
    code: status >= 500 ? 'KALSHI_UNAVAILABLE' : 'KALSHI_BAD_REQUEST',
    message: `Acme refuses (${status}).`,
    retryable: status >= 500 || status === 429,
    hostFault: status === 403,
  }),
};

type Subject = { readonly client: HttpClient; readonly delaysMs: number[] };

function createSubject(baseUrls: readonly string[], options: Partial<HttpClientOptions> = {}): Subject {
  const delaysMs: number[] = [];
  const client = createHttpClient({
    service,
    baseUrls,
    timeoutMs: 5_000,
    retry: { retries: 2, baseDelayMs: 1_000, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 },
    headers: { 'x-api-key': 'secret-1' },
    sleep: async (delayMs) => void delaysMs.push(delayMs),
    random: () => 0.5,
    now: () => new Date('2026-11-22T14:00:00.000Z'),
    ...options,
  });
  return { client, delaysMs };
}

test('sends query, headers and body, and returns only what the schema knows', async () => {
  await using server = await startScriptedServer(() => fine);
  const { client } = createSubject([`${server.url}/api/`]);
  const query = { limit: 200, cursor: undefined, q: 'a&b ?' };
  const result = await client.requestJson({ method: 'POST', path: '/answer', query, body: { text: 'ö' }, schema });
  expect(result).toEqual({ answer: 42 });
  const [request] = server.seen;
  expect(request).toMatchObject({ method: 'POST', path: '/api/answer', body: { text: 'ö' } });
  expect(request?.headers).toMatchObject({ 'x-api-key': 'secret-1', 'content-type': 'application/json' });
  expect([...(request?.query ?? [])]).toEqual([
    ['limit', '200'],
    ['q', 'a&b ?'],
  ]);
});

test('every text of an answer is clean, and one that is nested without end is answered for', async () => {
  const bodies = [
    '{"title":"Rain\\u202e\\u0007 \\ud83d"}',
    `{"title":"Snow","deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ];
  await using server = await startScriptedServer((_, index) => ({ body: bodies[index] }));
  const { client } = createSubject([server.url]);
  const title = z.object({ title: z.string(), deep: z.unknown().optional() });
  expect(await client.requestJson({ path: '/', schema: title })).toEqual({ title: 'Rain ' });
  const answer = await client.requestJson({ path: '/', schema: title });
  expect(JSON.stringify(answer).length).toBeLessThan(200);
});

test('retries a temporary failure with growing waits', async () => {
  await using server = await startScriptedServer((_, index) =>
    index < 2 ? { status: 503, body: '<html>Service Unavailable</html>' } : fine,
  );
  const { client, delaysMs } = createSubject([server.url]);
  expect(await client.requestJson({ path: '/', schema })).toEqual({ answer: 42 });
  expect(delaysMs).toEqual([500, 1_000]);
});

test.each([
  ['seconds', '7', 7_500],
  ['a date', 'Sun, 22 Nov 2026 14:00:20 GMT', 20_500],
])('waits as long as the server asks in %s', async (_, retryAfter, expectedMs) => {
  await using server = await startScriptedServer((_request, index) =>
    index === 0 ? { status: 429, headers: { 'retry-after': retryAfter } } : fine,
  );
  const { client, delaysMs } = createSubject([server.url]);
  await client.requestJson({ path: '/', schema });
  expect(delaysMs).toEqual([expectedMs]);
});

test('does not retry a permanent refusal', async () => {
  await using server = await startScriptedServer(() => ({ status: 400, body: { error: 'no' } }));
  const { client } = createSubject([server.url]);
  const error: unknown = await client.requestJson({ path: '/x', schema }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'KALSHI_BAD_REQUEST',
    httpStatus: 400,
    details: { service: 'Acme', path: '/x' },
  });
  expect(readHttpStatus(error)).toBe(400);
  expect(server.seen).toHaveLength(1);
});

test.each(['hang', 'hang-in-body'] as const)('a server that answers with a %s is a timeout', async (kind) => {
  await using server = await startScriptedServer(() => ({ kind }));
  let tries = 0;
  const countTries: typeof fetch = async (...request) => {
    tries += 1;
    return fetch(...request);
  };
  const { client } = createSubject([server.url], { timeoutMs: 60, fetch: countTries });
  await expect(client.requestJson({ path: '/', schema })).rejects.toMatchObject({
    code: 'KALSHI_TIMEOUT',
    retryable: true,
    message: 'Acme did not answer within 60 ms.',
  });
  expect(tries).toBe(3);
});

test('a broken connection and a dead host are reported as unreachable', async () => {
  await using server = await startScriptedServer(() => ({ kind: 'drop' }));
  for (const url of [server.url, await findUnusedUrl()]) {
    const { client } = createSubject([url]);
    await expect(client.requestJson({ path: '/', schema })).rejects.toMatchObject({ code: 'KALSHI_UNAVAILABLE' });
  }
});

test('moves to the next host when one is dead, and stays there', async () => {
  await using server = await startScriptedServer(() => fine);
  const { client, delaysMs } = createSubject([await findUnusedUrl(), server.url]);
  await client.requestJson({ path: '/', schema });
  await client.requestJson({ path: '/', schema });
  expect(server.seen).toHaveLength(2);
  expect(delaysMs).toHaveLength(1);
});

test('a refusal that may be the fault of one host is final only when every host has refused', async () => {
  await using first = await startScriptedServer(() => ({ status: 403, body: '<html>Forbidden</html>' }));
  await using second = await startScriptedServer(() => fine);
  expect(await createSubject([first.url, second.url]).client.requestJson({ path: '/', schema })).toEqual({
    answer: 42,
  });
  const alone = createSubject([first.url]);
  await expect(alone.client.requestJson({ path: '/', schema })).rejects.toMatchObject({ retryable: false });
  expect(first.seen).toHaveLength(2);
});

test('does not follow a redirect, which would carry the key elsewhere', async () => {
  await using elsewhere = await startScriptedServer(() => fine);
  await using server = await startScriptedServer(() => ({ status: 302, headers: { location: elsewhere.url } }));
  const { client } = createSubject([server.url]);
  await expect(client.requestJson({ path: '/', schema })).rejects.toMatchObject({ httpStatus: 302 });
  expect(elsewhere.seen).toHaveLength(0);
});

test('retries an answer that is not JSON', async () => {
  await using server = await startScriptedServer((_, index) => (index === 0 ? { body: '{"answer": 4' } : fine));
  expect(await createSubject([server.url]).client.requestJson({ path: '/', schema })).toEqual({ answer: 42 });
});

test('an answer that breaks the contract names the field and is not retried', async () => {
  await using server = await startScriptedServer(() => ({ body: { answer: 'forty-two' } }));
  await expect(createSubject([server.url]).client.requestJson({ path: '/', schema })).rejects.toMatchObject({
    code: 'KALSHI_BAD_RESPONSE',
    retryable: false,
    details: { field: 'answer' },
  });
  expect(server.seen).toHaveLength(1);
});

test('stops at once, with the caller’s reason, when the caller gives up', async () => {
  const caller = new AbortController();
  await using server = await startScriptedServer(() => {
    caller.abort(new Error('shutting down'));
    return { kind: 'hang' };
  });
  const { client } = createSubject([server.url]);
  await expect(client.requestJson({ path: '/', schema, signal: caller.signal })).rejects.toThrow('shutting down');
  expect(server.seen).toHaveLength(1);
});

test('spaces requests by the limit', async () => {
  await using server = await startScriptedServer(() => fine);
  const { client, delaysMs } = createSubject([server.url], { requestsPerSecond: 4, monotonicMs: () => 0 });
  await Promise.all([1, 2, 3].map(async () => client.requestJson({ path: '/', schema })));
  expect(delaysMs).toEqual([250, 500]);
});
