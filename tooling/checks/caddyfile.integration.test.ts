import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const hasCaddy = spawnSync('caddy', ['version']).status === 0;
const caddyfile = join(import.meta.dirname, '../../deployment/Caddyfile');

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** An address that nobody listens on: Caddy takes no port 0. */
async function findFreeAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** Runs Caddy with our file in front of an API and a site. Returns the origin that spectators see. */
async function startProxy(api: RequestListener, web: RequestListener): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-caddy-'));
  const [site, health] = [await findFreeAddress(), await findFreeAddress()];
  const text = await readFile(caddyfile, 'utf8');
  await writeFile(join(folder, 'Caddyfile'), text.replace('127.0.0.1:8081', health));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    SITE_ADDRESS: `http://${site}`,
    API_UPSTREAM: await listen(api),
    WEB_UPSTREAM: await listen(web),
  };
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  const caddy = spawn('caddy', args, { env, stdio: 'ignore' });
  onTestFinished(async () => {
    caddy.kill();
    if (caddy.exitCode === null) await once(caddy, 'exit');
    await rm(folder, { recursive: true });
  });
  await expect.poll(async () => (await fetch(`http://${health}/`).catch(() => null))?.status).toBe(200);
  return `http://${site}`;
}

const LONG = 'x'.repeat(4_000);

/** Says who was asked for what, with the headers that came with it. */
function answerAs(name: string): RequestListener {
  return ({ url, headers }, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader(
      'cache-control',
      url?.includes('static') === true ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    response.end(JSON.stringify({ name, url, headers, LONG }));
  };
}

async function open(url: string): Promise<IncomingMessage> {
  const [response]: IncomingMessage[] = await once(get(url, { headers: { 'accept-encoding': 'gzip' } }), 'response');
  if (response === undefined) throw new Error('no response');
  return response;
}

test('site and API are one origin', async ({ skip }) => {
  skip(!hasCaddy, 'caddy is not installed');
  const origin = await startProxy(answerAs('api'), answerAs('web'));
  const ask = async (path: string): Promise<unknown> => await (await fetch(`${origin}${path}`)).json();
  for (const path of ['/api', '/api/leaderboard?limit=1', '/trpc/status,agents.list?batch=1']) {
    expect(await ask(path)).toMatchObject({ name: 'api', url: path });
  }
  for (const path of ['/', '/apiary', '/agents', '/_next/static/a.js']) {
    expect(await ask(path)).toMatchObject({ name: 'web', url: path });
  }
});

test.skipIf(!hasCaddy)(
  'the API learns who asks, and not from what the asker says (skipped without caddy)',
  async () => {
    const origin = await startProxy(answerAs('api'), answerAs('web'));
    const response = await fetch(`${origin}/api/status`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(await response.json()).toMatchObject({ headers: { 'x-forwarded-for': '127.0.0.1' } });
  },
);

test('answers are compressed and keep how long they hold', async ({ skip }) => {
  skip(!hasCaddy, 'caddy is not installed');
  const origin = await startProxy(answerAs('api'), answerAs('web'));
  const { headers } = await fetch(`${origin}/_next/static/a.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('server')).toBeNull();
  const { headers: data } = await fetch(`${origin}/api/status`);
  expect(data.get('cache-control')).toBe('no-store');
});

test('an event reaches the spectator before the stream ends', async ({ skip }) => {
  skip(!hasCaddy, 'caddy is not installed');
  let finish = (): void => {};
  const stream: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('data: one\n\n');
    finish = () => void response.end('data: two\n\n');
  };
  const origin = await startProxy(stream, answerAs('web'));
  const response = await open(`${origin}/api/stream`);
  const [first]: unknown[] = await once(response, 'data');
  expect(String(first)).toBe('data: one\n\n');
  finish();
  const [second]: unknown[] = await once(response, 'data');
  expect(String(second)).toBe('data: two\n\n');
});
