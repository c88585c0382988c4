import { createServer } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from './http-client.ts';
import { BodyTooLargeError, limitBody } from './limit-body.ts';
import type { ServiceProfile } from './service-profile.ts';
import { startScriptedServer } from './testing/scripted-server.ts';

const MAX_BYTES = 100_000;
const limited = limitBody(fetch, MAX_BYTES);

test.each(['', 'ü'.repeat(MAX_BYTES / 2), '"'.repeat(MAX_BYTES)])(
  'a body up to the limit is passed on',
  async (body) => {
    await using server = await startScriptedServer(() => ({ status: 418, headers: { 'x-id': '7' }, body }));
    const response = await limited(server.url);
    expect([response.status, response.headers.get('x-id'), await response.text()]).toEqual([418, '7', body]);
  },
);

test('a compressed body is passed on as its text', async () => {
  const body = gzipSync('{"answer":42}');
  await using server = await startScriptedServer(() => ({ headers: { 'content-encoding': 'gzip' }, body }));
  const response = await limited(server.url);
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(await response.json()).toEqual({ answer: 42 });
});

test('an answer without a body stays one', async () => {
  await using server = await startScriptedServer(() => ({ status: 204, body: '' }));
  expect((await limited(server.url)).status).toBe(204);
});

const LARGE = Buffer.alloc(50_000_000);

test.each([
  ['one byte more', {}, 'x'.repeat(MAX_BYTES + 1)],
  ['letters of several bytes', {}, '漢'.repeat(MAX_BYTES / 2)],
  ['what unpacks to 50 MB', { 'content-encoding': 'gzip' }, gzipSync(LARGE)],
  ['what unpacks to 50 MB in Brotli', { 'content-encoding': 'br' }, brotliCompressSync(LARGE)],
])('%s is refused', async (_, headers, body) => {
  await using server = await startScriptedServer(() => ({ headers, body }));
  await expect(limited(server.url)).rejects.toThrow(BodyTooLargeError);
});

test('a body without end is stopped, and its connection closed', async () => {
  const server = createServer((_, outgoing) => {
    const write = (): void => {
      if (!outgoing.destroyed && outgoing.write('x'.repeat(10_000))) setImmediate(write);
      else outgoing.once('drain', write);
    };
    write();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const closed = new Promise<void>((resolve) => server.once('connection', (socket) => socket.once('close', resolve)));
  await expect(limited(`http://127.0.0.1:${port ?? 0}`)).rejects.toThrow(BodyTooLargeError);
  await closed;
  server.close();
});

test('the client names it an answer that cannot be used, and does not ask again', async () => {
  const service: ServiceProfile = {
    name: 'Acme',
    codes: { timeout: 'EXA_TIMEOUT', unavailable: 'EXA_UNAVAILABLE', badResponse: 'EXA_BAD_RESPONSE' },
    explainRefusal: () => ({ code: 'EXA_UNAVAILABLE', message: 'Down.', retryable: true }),
  };
  const retry = { retries: 2, baseDelayMs: 1, maxDelayMs: 1, maxRetryAfterMs: 1 };
  await using server = await startScriptedServer(() => ({ body: { answer: 'x'.repeat(2_000_000) } }));
  const client = createHttpClient({ service, baseUrls: [server.url], timeoutMs: 5_000, retry });
  await expect(client.requestJson({ path: '/', schema: z.unknown() })).rejects.toMatchObject({
    code: 'EXA_BAD_RESPONSE',
    message: 'Acme sent an answer that is too large to be one. The body is larger than 2 MB.',
    retryable: false,
    httpStatus: null,
  });
  expect(server.seen).toHaveLength(1);
});
