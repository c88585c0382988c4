import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { waitForHttp } from './wait-for-http.ts';

/** Starts a server that responds with the given statuses in turn and then repeats the last one. */
async function startServer(...statuses: readonly number[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    response.writeHead(statuses[Math.min(asked, statuses.length - 1)] ?? 200).end();
    asked += 1;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked };
}

const never = new AbortController().signal;

test('the wait ends with the first 200', async () => {
  const { url, asked } = await startServer(503, 500, 200);

  await waitForHttp({ name: 'web', url, timeoutMs: 10_000, signal: never });

  expect(asked()).toBe(3);
});

test('a wait that times out is an error with the last status', async () => {
  const { url } = await startServer(500);

  await expect(waitForHttp({ name: 'web', url, timeoutMs: 100, signal: never })).rejects.toMatchObject({
    code: 'SERVICE_FAILED',
    details: { name: 'web', answer: 'HTTP 500' },
  });
});

test('an abort ends the wait early', async () => {
  const { url } = await startServer(500);
  const stopping = new AbortController();
  const waiting = waitForHttp({ name: 'web', url, timeoutMs: 60_000, signal: stopping.signal });
  stopping.abort();

  await expect(waiting).rejects.toThrow(/abort/i);
});
