import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSampleArena } from './testing/sample-arena.ts';
import { createSampleId } from './testing/sample-models.ts';
import { findFreePort, getPort, startApi, type ApiProcess } from './testing/start-api.ts';
import type { AppRouter } from './trpc/router.ts';

let dataDir: string;
let stack: LocalStack;
let database: Database;
let environment: Record<string, string>;
let api: ApiProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coliseum-api-'));
  stack = await startLocalStack({ dataDir, databaseOnly: true });
  const url = new URL(stack.mongodbUrl);
  url.pathname = `/api-${randomUUID().slice(0, 8)}`;
  database = await connectDatabase({ url: url.href });
  await database.migrate();
  await database.agents.insertMany(createSampleArena().agents);
  environment = { MONGODB_URL: url.href, API_PORT: String(await findFreePort()), COLISEUM_EXHIBITION: 'true' };
  api = await startApi(environment);
});

afterAll(async () => {
  await api.stop();
  await database.close();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The state is read once a second; a busy machine takes its time. */
const PATIENCE = { timeout: 20_000, interval: 100 };

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${api.url}${path}`);
  return response.json();
}

async function readUntil(body: ReadableStream<Uint8Array> | null, text: string): Promise<string> {
  const decoder = new TextDecoder();
  let read = '';
  for await (const chunk of body ?? []) {
    read += decoder.decode(chunk, { stream: true });
    if (read.includes(text)) break;
  }
  return read;
}

test('a match day appears with its commit, and a settlement updates the table', async () => {
  const arena = createSampleArena();
  const open = arena.events.map(
    (event) => ({ ...event, status: 'open', outcome: null, settlementValue: null, settledAt: null }) as const,
  );
  const pending = arena.bets.map(
    (bet) => ({ ...bet, status: 'pending', outcome: null, pnlCents: null, settledAt: null }) as const,
  );
  const live = await fetch(`${api.url}/api/live`);
  expect(await get('/api/events')).toMatchObject({ total: 0, events: [] });

  await database.withTransaction(async ({ batches, events, bets, arenaState }) => {
    for (const batch of arena.batches) await batches.insert(batch);
    await events.insertMany(open);
    await bets.insertMany(pending);
    await arenaState.raiseRevision({ reason: 'day_committed', at: new Date('2026-03-03T14:05:00.000Z') });
    expect(await get('/api/events')).toMatchObject({ total: 0 });
    expect(await get('/api/status')).toMatchObject({ match_day: 0, exhibition: true });
  });
  await expect
    .poll(() => get('/api/events?status=open'), PATIENCE)
    .toMatchObject({ total: 3, events: [{ forecasts: [{}, {}] }, {}, {}] });
  expect(await get('/api/status')).toMatchObject({ updated_at: '2026-03-03T14:05:00.000Z', stale: false });

  await database.withTransaction(async ({ events, bets, arenaState }) => {
    for (const event of arena.events) await events.update(event);
    await bets.updateMany(arena.bets);
    await arenaState.raiseRevision({ reason: 'event_settled', at: new Date('2026-03-03T23:00:00.000Z') });
  });
  expect(await readUntil(live.body, 'event: settled')).toMatch(/"outcome":"YES".*Agent 1.*13950/);
  await expect
    .poll(() => get('/api/leaderboard'), PATIENCE)
    .toMatchObject({
      complete_days: 1,
      agents: [{ name: 'Agent 1', form: ['WIN'] }, { name: 'Agent 3' }, { name: 'Agent 2', form: ['LOSS', 'VOID'] }],
    });
  expect(await get(`/api/events/${createSampleId('e', 1)}`)).toMatchObject({
    outcome: 'YES',
    bets: [{ pnl: 139.5 }, {}, {}],
  });
});

test('a typed client batches several queries into one request', async () => {
  const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${api.url}/trpc` })] });
  const [leaderboard, status, persona] = await Promise.all([
    client.leaderboard.query(),
    client.status.query(),
    client.persona.current.query(),
  ]);
  expect([leaderboard.agents.length, status.exhibition, persona]).toEqual([3, true, null]);
});

test('the process reports that it is ready and exits with 0 when stopped', async () => {
  const other = await startApi({ ...environment, API_PORT: String(await findFreePort()) });
  expect((await fetch(`${other.url}/health/ready`)).status).toBe(200);
  expect(await other.stop()).toBe(0);
});

test('a port in use is an error that names its variable', async () => {
  const occupant = createServer().listen(0, '0.0.0.0');
  await once(occupant, 'listening');
  const refused = await startApi({ ...environment, API_PORT: String(getPort(occupant)) });
  occupant.close();
  expect(await refused.exitCode()).toBe(1);
  expect(refused.stderr()).toMatch(/^PORT_IN_USE: .*API_PORT/);
});

test.each([
  [{ MONGODB_URL: '' }, /^CONFIG_INVALID: .*MONGODB_URL/],
  [{ API_PORT: 'many' }, /^CONFIG_INVALID: [\s\S]*API_PORT/],
  [{ MONGODB_URL: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=300' }, /^DATABASE_UNAVAILABLE: /],
])('the settings %j end the process with a message that says what to do', async (change, message) => {
  const refused = await startApi({ ...environment, ...change });
  expect(await refused.exitCode()).toBe(1);
  expect(refused.stderr()).toMatch(message);
});

test('a database that was not migrated is refused', async () => {
  const url = new URL(environment['MONGODB_URL'] ?? '');
  url.pathname = '/empty';
  const refused = await startApi({ ...environment, MONGODB_URL: url.href });
  expect(await refused.exitCode()).toBe(1);
  expect(refused.stderr()).toMatch(/^DATABASE_NOT_MIGRATED: /);
});

test('without its database the API sends the last bytes with their age, and says so, until it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-api-outage-'));
  const port = await findFreePort();
  const first = await startLocalStack({ dataDir: folder, databaseOnly: true, mongodbPort: port });
  const own = await connectDatabase({ url: first.mongodbUrl });
  await own.migrate();
  await own.agents.insertMany(createSampleArena().agents);
  await own.close();
  const env = {
    ...environment,
    MONGODB_URL: first.mongodbUrl,
    API_PORT: String(await findFreePort()),
    LOG_LEVEL: 'silent',
  };
  const lonely = await startApi(env);
  const ask = (path: string) => fetch(`${lonely.url}${path}`);
  const before = await (await ask('/api/leaderboard')).text();
  await ask('/api/status');
  await first.stop();
  await expect.poll(async () => (await ask('/api/leaderboard')).headers.get('age'), PATIENCE).not.toBeNull();
  const during = await ask('/api/leaderboard');
  expect([during.status, await during.text()]).toEqual([200, before]);
  expect(await (await ask('/api/status')).json()).toMatchObject({ stale: true, exhibition: true });
  expect((await ask('/health/ready')).status).toBe(503);
  const second = await startLocalStack({ dataDir: folder, databaseOnly: true, mongodbPort: port });
  await expect.poll(async () => (await ask('/api/status')).json(), PATIENCE).toMatchObject({ stale: false });
  expect(await lonely.stop()).toBe(0);
  await second.stop();
  await rm(folder, { recursive: true, force: true });
}, 90_000);
