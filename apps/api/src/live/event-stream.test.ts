import { once } from 'node:events';
import { ServerResponse, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../testing/start-server.ts';
import { createStreamReader } from './event-stream.ts';
import { createLiveHub, type LiveHub } from './live-hub.ts';
import type { LiveMessage } from './live-message.ts';

const FIRST: LiveMessage = {
  id: '1.0.0',
  event: { type: 'revision', revision: 1, changed_at: '2026-03-03T20:00:00.000Z' },
};
const NEXT: LiveMessage = {
  id: '2.0.0',
  event: { ...FIRST.event, type: 'revision', revision: 2, changed_at: '2026-03-03T21:00:00.000Z' },
};

async function openLive() {
  const hub = createLiveHub(FIRST);
  const { server } = await startServer({ live: hub });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return { hub, server, url };
}

/** Reads a stream until it holds `text`, or to its end. */
async function readUntil(body: ReadableStream<Uint8Array> | null, text: string | null): Promise<string> {
  const decoder = new TextDecoder();
  let read = '';
  for await (const chunk of body ?? []) {
    read += decoder.decode(chunk, { stream: true });
    if (text !== null && read.includes(text)) break;
  }
  return read;
}

test('the stream begins with the state of the data and goes on with what happens', async () => {
  const { hub, url } = await openLive();
  const response = await fetch(`${url}/api/live`);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.any(String),
  });
  hub.publish([NEXT]);
  const text = await readUntil(response.body, 'id: 2.0.0');
  expect(text).toContain(`retry: 3000\n\nid: 1.0.0\nevent: revision\ndata: ${JSON.stringify(FIRST.event)}\n\n`);
});

test('a browser that comes back says what it has seen', async () => {
  const { hub, url } = await openLive();
  hub.publish([NEXT]);
  const response = await fetch(`${url}/api/live`, { headers: { 'last-event-id': '1.0.0' } });
  const text = await readUntil(response.body, 'id: 2.0.0');
  expect(text).not.toContain('id: 1.0.0');
});

test('HEAD has the headers of the stream, and ends', async () => {
  const { url } = await openLive();
  const response = await fetch(`${url}/api/live`, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  expect(await response.text()).toBe('');
});

test('when the server closes, streams end and it does not wait for them', async () => {
  const { server, url } = await openLive();
  const streams = [await fetch(`${url}/api/live`), await fetch(`${url}/trpc/live`)];
  const ends = streams.map(({ body }) => readUntil(body, null));
  await server.close();
  expect(await Promise.all(ends)).toEqual([expect.stringContaining('id: 1.0.0'), expect.stringContaining('1.0.0')]);
});

test('too many connections of an address are refused like any other request', async () => {
  const hub: LiveHub = createLiveHub(FIRST, { perAddress: 0, inAll: 100 });
  const { server } = await startServer({ live: hub });
  const response = await server.inject({ url: '/api/live', remoteAddress: '203.0.113.9' });
  expect([response.statusCode, response.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
});

test('the subscription of tRPC tells the same', async () => {
  const { hub, url } = await openLive();
  const response = await fetch(`${url}/trpc/live`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('cache-control')).toContain('no-transform');
  hub.publish([NEXT]);
  const text = await readUntil(response.body, '"revision":2');
  expect(text).toContain('id: 1.0.0');
});

test('the subscription goes on after the last event that was seen', async () => {
  const { hub, url } = await openLive();
  hub.publish([NEXT]);
  const input = encodeURIComponent(JSON.stringify({ lastEventId: '1.0.0' }));
  const text = await readUntil((await fetch(`${url}/trpc/live?input=${input}`)).body, '"revision":2');
  expect(text).not.toContain('"revision":1');
});

/** The answer to a client that has stopped reading. */
async function openStalled(): Promise<{ readonly stream: ServerResponse; readonly client: Socket }> {
  const hub = createLiveHub(FIRST);
  onTestFinished(() => hub.close());
  const { server } = await startServer({ live: hub });
  const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const opened = once(server.server, 'request');
  const client = connect(Number(port), '127.0.0.1').pause();
  onTestFinished(() => void client.destroy());
  client.write('GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, stream]: [IncomingMessage, ServerResponse] | unknown[] = await opened;
  if (!(stream instanceof ServerResponse)) throw new Error('no answer');
  return { stream, client };
}

test('a reader that does not read is cut before it fills the memory', async () => {
  const { stream } = await openStalled();
  const reader = createStreamReader(stream);
  const large: LiveMessage = {
    ...NEXT,
    event: { type: 'settled', event_id: 'e', title: 'a'.repeat(60_000), outcome: 'YES', gained: [] },
  };
  let sent = 0;
  while (!stream.destroyed && sent < 1_000) {
    reader.send(large);
    sent += 1;
    await new Promise(setImmediate);
  }
  expect(stream.destroyed).toBe(true);
  expect(sent).toBeLessThan(1_000);
});
