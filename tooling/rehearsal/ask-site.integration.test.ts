import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { askSite } from './ask-site.ts';

const HEADERS = { 'x-request-id': 'one', 'cache-control': 'public, max-age=31536000, immutable' };

/** A site that answers each path with its text; a stream stays open. Returns its origin. */
async function startSite(texts: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url in texts ? 200 : 404, HEADERS).write(texts[url] ?? 'nothing');
    if (url !== '/api/live') response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const SOUND = {
  '/': '<script src="/_next/static/a.js"></script></html>',
  '/_next/static/a.js': 'a()',
  '/api/leaderboard': '{}',
  '/api/status': '{}',
  '/trpc/status': '{"result":{}}',
  '/api/live': 'retry: 3000\n\n',
};

test('a site that serves pages, data, files and the stream is in order', async () => {
  expect(await askSite(await startSite(SOUND))).toHaveLength(Object.keys(SOUND).length);
});

test.each([
  ['/api/leaderboard', '<html>', '/api/leaderboard answered 200'],
  ['/trpc/status', '{"error":{}}', '/trpc/status answered 200'],
  ['/', '<script src="/_next/static/gone.js"></script></html>', 'gone.js answered 404'],
  ['/api/live', 'data', '/api/live began with "data"'],
])('with %s as %s it is not', async (path, text, message) => {
  await expect(askSite(await startSite({ ...SOUND, [path]: text }))).rejects.toThrow(message);
});
