import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { createSampleId } from '../testing/sample-models.ts';
import { sampleQueries, startServer } from '../testing/start-server.ts';
import { ErrorView } from '../views/error-view.ts';

function createFailingQueries(error: unknown): ArenaQueries {
  const leaderboard = async () => {
    throw error;
  };
  return { ...sampleQueries, leaderboard };
}

test.each([
  ['/api/leaderboard', 'leaderboard', 'agents'],
  ['/api/events', 'events.list?input={}', 'events'],
  ['/api/batches', 'batches?input={}', 'batches'],
  ['/api/status', 'status', 'match_day'],
  ['/api/rules', 'rules', 'fee_rule'],
  ['/api/pipeline/status', 'pipeline.status', 'next_run_at'],
  ['/api/pipeline/runs', 'pipeline.runs', 'runs'],
  ['/api/costs', 'costs', 'total'],
  ['/api/receipts', 'receipts', 'receipts'],
  ['/api/personas', 'personas.list', 'personas'],
  ['/api/search?q=match', 'search?input={"q":"match"}', 'events'],
  ['/api/days/2026-03-02', 'days.byDate?input={"date":"2026-03-02"}', 'batch'],
  [
    `/api/agents/${createSampleId('a', 1)}/bets`,
    `agents.bets?input={"agent_id":"${createSampleId('a', 1)}"}`,
    'next_cursor',
  ],
  [
    `/api/events/${createSampleId('e', 1)}`,
    `events.byId?input={"event_id":"${createSampleId('e', 1)}"}`,
    'intelligence_brief',
  ],
  [
    `/api/agents/${createSampleId('a', 1)}`,
    `agents.byId?input={"agent_id":"${createSampleId('a', 1)}"}`,
    'bankroll_history',
  ],
])('%s returns the same body as its procedure', async (restPath, procedure, field) => {
  const { server } = await startServer();
  const rest = await server.inject(restPath);
  const rpc = await server.inject(`/trpc/${procedure}`);
  expect([rest.statusCode, rpc.statusCode]).toEqual([200, 200]);
  expect(rest.json()).toHaveProperty(field);
  expect(rpc.json().result.data).toEqual(rest.json());
});

test('the current persona is null before the first week', async () => {
  const { server } = await startServer();
  const response = await server.inject('/api/persona/current');
  expect([response.statusCode, response.body]).toEqual([200, 'null']);
});

test('numbers in REST parameters are parsed', async () => {
  const { server } = await startServer();
  const { limit, offset, events } = (await server.inject('/api/events?limit=1&offset=1&status=settled')).json();
  expect({ limit, offset, events }).toMatchObject({ limit: 1, offset: 1, events: [{ id: createSampleId('e', 1) }] });
});

test.each([
  ['/api/events?limit=101', 'limit'],
  ['/api/events?limit=0', 'limit'],
  ['/api/events?limit=many', 'limit'],
  ['/api/events?offset=-1', 'offset'],
  ['/api/events?status=lost', 'status'],
  ['/api/events/not-an-id', 'event_id'],
  ['/api/agents/123', 'agent_id'],
  ['/api/agents/123/bets', 'agent_id'],
  ['/api/days/2026-02-30', 'date'],
  ['/api/search', 'q'],
  ['/api/costs?from=2026-01-01&to=2026-03-01', 'from'],
  ['/trpc/events.list?input={"limit":1000}', 'limit'],
  ['/trpc/events.byId?input={}', 'event_id'],
])('invalid input %s is a 400 that names the field', async (url, field) => {
  const { server } = await startServer();
  const response = await server.inject(url);
  expect(response.statusCode).toBe(400);
  const body = response.json();
  expect(body.message ?? body.error.message).toContain(`${field}: `);
  expect(body.error?.data ?? body).toMatchObject({ field, request_id: response.headers['x-request-id'] });
  expect(response.body).not.toContain('stack');
});

test.each([
  ['/api/events?limit=0', 400, 'BAD_REQUEST'],
  [`/api/events/${createSampleId('e', 99)}`, 404, 'NOT_FOUND'],
  ['/api/nowhere', 404, 'NOT_FOUND'],
  ['/api/days/2020-01-01', 404, 'NOT_FOUND'],
  ['/api/days/2020-01-01/candidates', 404, 'NOT_FOUND'],
  ['/nowhere', 404, 'NOT_FOUND'],
])('%s is answered %d in the one form of an error', async (url, status, code) => {
  const { server } = await startServer();
  const response = await server.inject(url);
  expect(response.statusCode).toBe(status);
  const body = ErrorView.strict().parse(response.json());
  expect(body).toMatchObject({ code, request_id: response.headers['x-request-id'] });
});

test('a wrong method is answered 405 with the methods that are right', async () => {
  const { server } = await startServer();
  const response = await server.inject({ method: 'DELETE', url: '/api/events' });
  expect([response.statusCode, response.headers['allow']]).toEqual([405, 'GET, HEAD']);
  expect(ErrorView.strict().parse(response.json()).code).toBe('METHOD_NOT_SUPPORTED');
});

test('an unknown id is a 404 that says so, in REST and tRPC', async () => {
  const { server } = await startServer();
  const id = createSampleId('e', 99);
  const rest = await server.inject(`/api/events/${id}`);
  expect([rest.statusCode, rest.json().message]).toEqual([404, `No event with id ${id}.`]);
  const rpc = await server.inject(`/trpc/events.byId?input={"event_id":"${id}"}`);
  expect(rpc.statusCode).toBe(404);
  expect(rpc.json().error.data).toMatchObject({ code: 'NOT_FOUND', appCode: 'NOT_FOUND' });
});

test.each(['/nowhere', '/api/nowhere', '/trpc/nowhere'])('the unknown path %s is a 404 in JSON', async (url) => {
  const { server } = await startServer();
  const response = await server.inject(url);
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toContain('application/json');
});

test.each(['/api/leaderboard', '/trpc/leaderboard'])(
  'an unexpected error in %s is logged in full and answered with a generic message',
  async (url) => {
    const { server, logText } = await startServer({ queries: createFailingQueries(new Error('secret table is gone')) });
    const response = await server.inject(url);
    expect(response.statusCode).toBe(500);
    expect(response.body).toContain('Something went wrong on our side.');
    expect(response.body).not.toMatch(/secret table|\.ts:|stack/);
    expect(logText()).toContain('secret table is gone');
    expect(response.headers['cache-control']).toBe('no-store');
  },
);

test('a database that is down gives 503 without its address', async () => {
  const down = new AppError({ code: 'DATABASE_UNAVAILABLE', message: 'mongodb://db.internal does not answer' });
  const { server } = await startServer({ queries: createFailingQueries(down) });
  const response = await server.inject('/api/leaderboard');
  expect(response.statusCode).toBe(503);
  expect(response.body).not.toContain('db.internal');
});

test('a result that does not match its schema gives a generic error', async () => {
  const leaderboard = async () => ({ ...(await sampleQueries.leaderboard()), updated_at: 'yesterday' });
  const { server } = await startServer({ queries: { ...sampleQueries, leaderboard } });
  const response = await server.inject('/api/leaderboard');
  expect([response.statusCode, response.body.includes('updated_at')]).toEqual([500, false]);
});

test('/health/live depends on the process alone, /health/ready on the database too', async () => {
  const { server } = await startServer({ ping: () => Promise.reject(new Error('down')) });
  expect((await server.inject('/health/live')).statusCode).toBe(200);
  expect((await server.inject('/health/ready')).statusCode).toBe(503);
  const healthy = await startServer();
  expect((await healthy.server.inject('/health/ready')).json()).toEqual({ status: 'ready' });
});

test('an address over its limit gets 429; this machine and the health checks are exempt', async () => {
  const { server } = await startServer({ requestsPerMinute: 2 });
  const ask = (remoteAddress: string, url = '/api/status') => server.inject({ url, remoteAddress });
  const codes = [await ask('203.0.113.9'), await ask('203.0.113.9'), await ask('203.0.113.9')].map((r) => r.statusCode);
  expect(codes).toEqual([200, 200, 429]);
  expect((await ask('203.0.113.9')).json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect((await ask('203.0.113.9', '/health/live')).statusCode).toBe(200);
  expect([await ask('127.0.0.1'), await ask('127.0.0.1'), await ask('127.0.0.1')].map((r) => r.statusCode)).toEqual([
    200, 200, 200,
  ]);
});

test('responses carry security headers and a request id, which is the given one if well-formed', async () => {
  const { server } = await startServer();
  const { headers } = await server.inject({ url: '/api/status', headers: { 'x-request-id': 'proxy-12345678' } });
  expect(headers).toMatchObject({
    'x-request-id': 'proxy-12345678',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const odd = await server.inject({ url: '/api/status', headers: { 'x-request-id': 'a b\tc' } });
  expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('only the configured origins may call from a browser', async () => {
  const { server } = await startServer({ corsOrigins: ['https://friend.example'] });
  const ask = async (origin: string) => (await server.inject({ url: '/api/status', headers: { origin } })).headers;
  expect(await ask('https://friend.example')).toHaveProperty('access-control-allow-origin', 'https://friend.example');
  expect(await ask('https://stranger.example')).not.toHaveProperty(
    'access-control-allow-origin',
    'https://stranger.example',
  );
});

test('the documentation page loads nothing from other hosts', async () => {
  const { server } = await startServer();
  const page = await server.inject('/api/docs');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/https?:\/\//);
  const scripts = [...page.body.matchAll(/src="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(scripts).toHaveLength(2);
  for (const url of scripts) expect((await server.inject(url)).statusCode).toBe(200);
});
