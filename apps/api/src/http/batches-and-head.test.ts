import { expect, test } from 'vitest';
import { createSampleId } from '../testing/sample-models.ts';
import { startServer } from '../testing/start-server.ts';
import { MAXIMUM_BATCH_SIZE } from './batch-rate.ts';

const STRANGER = '203.0.113.9';

/** The address of a batch of `agents.byId`, as tRPC's batch link writes it. */
function buildBatch(calls: number): string {
  const inputs = Array.from({ length: calls }, (_, index) => [
    index,
    { agent_id: createSampleId('a', (index % 3) + 1) },
  ]);
  const paths = Array.from({ length: calls }, () => 'agents.byId').join(',');
  return `/trpc/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)))}`;
}

test.each([1, 9, MAXIMUM_BATCH_SIZE])('a batch of %d calls is answered', async (calls) => {
  const { server } = await startServer();
  const response = await server.inject(buildBatch(calls));
  expect(response.statusCode).toBe(200);
  expect(response.json()).toHaveLength(calls);
});

test('the longest names there are fit into a full batch', async () => {
  const { server } = await startServer();
  const paths = Array.from({ length: MAXIMUM_BATCH_SIZE }, () => 'personas.current').join(',');
  expect((await server.inject(`/trpc/${paths}?batch=1`)).statusCode).toBe(200);
});

test('a batch over the cap is refused as a whole and says why', async () => {
  const { server } = await startServer();
  const response = await server.inject(buildBatch(MAXIMUM_BATCH_SIZE + 1));
  expect(response.statusCode).toBe(400);
  expect(response.headers['x-request-id']).toBeDefined();
  expect(response.body).toContain('Batch call exceeds maximum size');
});

test('a batch counts as the number of its calls', async () => {
  const { server } = await startServer({ requestsPerMinute: 10 });
  const ask = (url: string) => server.inject({ url, remoteAddress: STRANGER });
  const first = await ask(buildBatch(9));
  expect([first.statusCode, first.headers['x-ratelimit-remaining']]).toEqual([200, '1']);
  const second = await ask(buildBatch(9));
  expect([second.statusCode, second.json().code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  expect((await ask('/api/status')).statusCode).toBe(429);
});

test('a batch with its commas escaped counts the same', async () => {
  const { server } = await startServer({ requestsPerMinute: 10 });
  const url = '/trpc/status%2Cstatus%2Cstatus?batch=1';
  const response = await server.inject({ url, remoteAddress: STRANGER });
  expect([response.statusCode, response.headers['x-ratelimit-remaining']]).toEqual([200, '7']);
});

test.each([
  ['/trpc/events.list', '/api/events'],
  ['/trpc/batches', '/api/batches'],
])('%s without input answers like %s without parameters', async (procedure, path) => {
  const { server } = await startServer();
  const rpc = await server.inject(procedure);
  expect(rpc.statusCode).toBe(200);
  expect(rpc.json().result.data).toEqual((await server.inject(path)).json());
});

test('a batch in which some calls have no input answers each', async () => {
  const { server } = await startServer();
  const response = await server.inject('/trpc/events.list,status,events.byId?batch=1');
  expect(response.statusCode).toBe(207);
  expect(response.json()).toMatchObject([{ result: {} }, { result: {} }, { error: { data: { code: 'BAD_REQUEST' } } }]);
});

test.each([
  '/api/events',
  '/api/events?limit=1000',
  `/api/events/${createSampleId('e', 1)}`,
  `/api/events/${createSampleId('e', 99)}`,
  '/api/nowhere',
  '/api/openapi.json',
  '/api/docs',
  '/trpc/status',
  '/trpc/nowhere',
  '/trpc/events.list?input={"limit":1000}',
  '/trpc/status,leaderboard?batch=1',
  '/health/live',
  '/nowhere',
])('HEAD %s has the status and headers of GET, and no body', async (url) => {
  const { server } = await startServer();
  const get = await server.inject(url);
  const head = await server.inject({ url, method: 'HEAD' });
  expect(head.statusCode).toBe(get.statusCode);
  for (const name of ['content-type', 'cache-control', 'content-security-policy', 'content-length']) {
    expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  }
  expect(head.body).toBe('');
});
