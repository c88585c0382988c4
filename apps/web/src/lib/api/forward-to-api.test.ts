import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { forwardToApi } from './forward-to-api.ts';

/** An API that answers like this, at the address the site is told. Returns the requests it gets. */
async function openApi(answer: RequestListener): Promise<IncomingMessage[]> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  vi.stubEnv('API_URL', `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
  return requests;
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return forwardToApi(new Request(`https://arena.example${path}`, init));
}

test('bytes come as the API sends them, with its headers', async () => {
  const bytes = gzipSync('{"agents":[]}');
  await openApi((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', etag: '"x-gzip"', vary: 'accept-encoding' }).end(bytes);
  });
  const response = await ask('/api/leaderboard');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-encoding': 'gzip', etag: '"x-gzip"' });
  expect([...response.headers.keys()]).not.toContain('connection');
});

test('the API gets the address and what it reads of the headers, and no cookie', async () => {
  const requests = await openApi((_request, response) => void response.end());
  const headers = { 'if-none-match': '"x"', 'last-event-id': '4.0.0', cookie: 'session=1', authorization: 'secret' };
  await ask('/api/events?limit=2&category=world%20news', { headers });
  expect(requests[0]?.url).toBe('/api/events?limit=2&category=world%20news');
  expect(requests[0]?.headers).toMatchObject({ 'if-none-match': '"x"', 'last-event-id': '4.0.0' });
  expect(requests[0]?.headers).not.toHaveProperty('cookie');
  expect(requests[0]?.headers).not.toHaveProperty('authorization');
});

test.each([
  ['GET', 304],
  ['HEAD', 200],
])('%s with status %d has no body', async (method, status) => {
  await openApi((_request, response) => void response.writeHead(status, { etag: '"x"' }).end());
  const response = await ask('/api/leaderboard', { method });
  expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([status, '"x"', '']);
});

test('a stream arrives while it is being written', async () => {
  let finish = (): void => {};
  await openApi((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n');
    finish = () => void response.end('data: last\n\n');
  });
  const reader = (await ask('/api/live')).body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n');
  finish();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: last\n\n');
});

test('a reader that leaves ends the connection to the API', async () => {
  const requests = await openApi((_request, response) => void response.writeHead(200).write('data: first\n\n'));
  const leaving = new AbortController();
  const response = await ask('/api/live', { signal: leaving.signal });
  const [request] = requests;
  const closed = request === undefined ? Promise.reject(new Error('no request')) : once(request.socket, 'close');
  await response.body?.cancel();
  leaving.abort();
  expect(await closed).toBeDefined();
});

test('an API that is out of reach is 503 in the form of its own errors', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  await openApi((request) => request.socket.destroy());
  const response = await ask('/api/leaderboard');
  expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
  expect(await response.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.any(String) });
});
