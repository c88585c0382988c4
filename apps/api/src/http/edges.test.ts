import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { startServer } from '../testing/start-server.ts';
import { ErrorView } from '../views/error-view.ts';
import { MAXIMUM_PATH_LENGTH } from './refuse-malformed.ts';

const STRANGER = '203.0.113.9';
/** Headers that differ from answer to answer, or that belong to the limit and the connection. */
const OWN_HEADERS = /^(date|content-length|connection|keep-alive|allow|x-request-id|x-ratelimit-.*)$/;

function listShared(headers: Record<string, unknown>): [string, unknown][] {
  return Object.entries(headers)
    .filter(([name]) => !OWN_HEADERS.test(name))
    .toSorted(([a], [b]) => a.localeCompare(b));
}

/** Sends these bytes and returns what comes back until the connection is closed. */
async function exchange(server: FastifyInstance, text: string): Promise<{ head: string; body: string }> {
  const url = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const received = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(url.port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
  const [head = '', body = ''] = received.split('\r\n\r\n');
  return { head, body };
}

function readHeaders(head: string): Record<string, string> {
  const lines = head.split('\r\n').slice(1);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

test.each([
  ['GET', '/%ff', 400],
  ['GET', '/api/%ff', 400],
  ['GET', '/api/events/%', 400],
  ['GET', '/trpc/%c0%af', 400],
  ['HEAD', '/trpc/%ff', 400],
  ['GET', `/trpc/${'a'.repeat(MAXIMUM_PATH_LENGTH)}`, 414],
  ['GET', `/api/events/${'a'.repeat(MAXIMUM_PATH_LENGTH)}`, 414],
  ['GET', `/${'%61'.repeat(MAXIMUM_PATH_LENGTH)}`, 414],
  ['TRACE', '/api/events', 405],
  ['TRACE', '/trpc/status', 405],
  ['TRACE', '/nowhere', 405],
  ['PROPFIND', '/trpc/status', 405],
  ['QUERY', '/trpc/status', 405],
  ['DELETE', '/health/live', 405],
  ['POST', '/trpc/status', 405],
  ['OPTIONS', '/api/events', 405],
] as const)('%s %s gets the form and the headers of any other error', async (method, url, status) => {
  const { server } = await startServer();
  const usual = await server.inject({ url: '/nowhere', remoteAddress: STRANGER });
  // The type of the options names fewer methods than Node's parser reads.
  const request: object = { method, url, remoteAddress: STRANGER };
  const response = await server.inject(request);
  expect(response.statusCode).toBe(status);
  expect(listShared(response.headers)).toEqual(listShared(usual.headers));
  expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  if (method !== 'HEAD') {
    const body = ErrorView.parse(response.json());
    expect(body).toEqual({
      message: expect.stringMatching(/\.$/),
      code: expect.stringMatching(/^[A-Z_]+$/),
      field: null,
      request_id: response.headers['x-request-id'],
    });
  }
});

test.each([
  ['/nowhere', 'GET'],
  ['/api/nowhere', 'GET'],
  ['/%ff', 'GET'],
  ['/api/status', 'DELETE'],
  ['/api/docs', 'GET'],
] as const)('requests for %s count for the limit', async (url, method) => {
  const { server } = await startServer({ requestsPerMinute: 2 });
  const ask = () => server.inject({ method, url, remoteAddress: STRANGER });
  const codes = [await ask(), await ask(), await ask()].map(({ statusCode }) => statusCode);
  expect(codes[0]).not.toBe(429);
  expect(codes[2]).toBe(429);
});

test.each([
  ['words that are no request', 'hello\r\n\r\n', 400],
  ['a method nobody knows', 'BREW /api/status HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a negative length', 'POST /trpc/status HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
])('%s gets the same form and headers from the socket itself', async (_what, text, status) => {
  const { server } = await startServer();
  const usual = await server.inject('/nowhere');
  const { head, body } = await exchange(server, text);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(listShared(readHeaders(head))).toEqual(listShared(usual.headers));
  expect(readHeaders(head)['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(ErrorView.parse(JSON.parse(body))).toMatchObject({
    code: 'BAD_REQUEST',
    field: null,
    request_id: readHeaders(head)['x-request-id'],
  });
});

test('a request without a host is read like any other', async () => {
  const { server } = await startServer();
  const { head } = await exchange(server, 'GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1.1 200 /);
  expect(readHeaders(head)).toHaveProperty('x-request-id');
});

test('a request with an expectation that nobody knows is read like any other', async () => {
  const { server } = await startServer();
  const text = 'GET /api/status HTTP/1.1\r\nHost: x\r\nExpect: something\r\nConnection: close\r\n\r\n';
  const { head } = await exchange(server, text);
  expect(head).toMatch(/^HTTP\/1.1 200 /);
});

test.each([
  ['half a header', 'GET /api/status HTTP/1.1\r\nHos', /^HTTP\/1.1 408 [\s\S]*"code":"TIMEOUT"/],
  [
    'half a body',
    'POST /trpc/status HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"a"',
    /^HTTP\/1.1 405 /,
  ],
  ['half a body of a read', 'GET /api/status HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n{"a"', /^HTTP\/1.1 200 /],
])('%s is closed when its time is over', async (_what, text, answer) => {
  const { server } = await startServer({ arrivesWithinMs: 150 });
  const { head, body } = await exchange(server, text);
  expect(`${head}\r\n\r\n${body}`).toMatch(answer);
});

test('a request has fifteen seconds to arrive', async () => {
  const { server } = await startServer();
  expect(server.server.requestTimeout).toBe(15_000);
});

test('a reader has a minute to take something', async () => {
  const { server } = await startServer();
  expect(server.server.timeout).toBe(60_000);
});
