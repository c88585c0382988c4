import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { getPort } from '../testing/start-api.ts';
import { startServer } from '../testing/start-server.ts';
import type { SentAnswer } from './answer-headers.ts';
import { createFront, putInFront } from './front.ts';

const KEPT: SentAnswer = { status: 200, headers: { etag: '"kept"' }, bytes: Buffer.from('kept') };

/** A front that keeps one answer, before a framework that says so, asked by a stranger. */
async function openFront() {
  const { server } = await startServer({ requestsPerMinute: 2 });
  const front = createFront(server, {
    answers: { find: (address) => (address === '/kept' ? KEPT : null) },
    variesByOrigin: false,
  });
  const answer = putInFront(front, (_request, response) => void response.writeHead(418).end('framework'));
  const asStranger = (request: IncomingMessage, response: ServerResponse): void => {
    Object.defineProperty(request.socket, 'remoteAddress', { value: '203.0.113.9' });
    answer(request, response);
  };
  const listening = createServer(asStranger).listen(0, '127.0.0.1');
  onTestFinished(() => void listening.close());
  await once(listening, 'listening');
  return (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${getPort(listening)}${path}`, init);
}

test('kept bytes count for the limit of an address, with its headers; over it the framework answers', async () => {
  const ask = await openFront();
  const answers = [await ask('/kept'), await ask('/kept'), await ask('/kept')];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 418]);
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', null]);
  expect(await answers[0]?.text()).toBe('kept');
});

test.each([
  ['an address that is not kept', '/other', {}],
  ['another method', '/kept', { method: 'DELETE' }],
  ['a page of another origin', '/kept', { headers: { origin: 'https://friend.example' } }],
  ['a request with a body', '/kept', { method: 'POST', body: '{}' }],
])('%s is left to the framework', async (_what, path, init) => {
  const ask = await openFront();
  expect((await ask(path, init)).status).toBe(418);
});
