import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalStack } from '../start-local-stack.ts';
import { makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { endChild, startMain } from '../testing/start-main.ts';
import { startQueue } from './start-queue.ts';

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

test('several connections share one database and its transactions, and the data survives a restart', async () => {
  const root = await makeTemporaryFolder();
  onTestFinished(() => rm(root, { recursive: true }));
  const options = { folder: join(root, 'queue'), host: '127.0.0.1', port: 0, password: 'a-password' };
  const first = await startQueue(options);
  const clients = await Promise.all(Array.from({ length: 4 }, () => connect(first.url)));
  const [main] = clients;
  await main?.query('CREATE TABLE jobs (id int PRIMARY KEY, taken boolean NOT NULL)');
  await Promise.all(clients.map((client, id) => addInTransaction(client, id)));
  expect((await main?.query('SELECT id FROM jobs ORDER BY id'))?.rows).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }]);
  await Promise.all(clients.map((client) => client.end()));
  await first.stop();

  const second = await startQueue(options);
  const client = await connect(second.url);
  expect((await client.query('SELECT count(*)::int AS n FROM jobs')).rows).toEqual([{ n: 3 }]);
  await client.end();
  await second.stop();
});

test('what was committed survives a kill, and a stop does not wait for clients that stay', async () => {
  const dataDir = await makeTemporaryFolder();
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const { child, ready } = startMain(['--data-dir', dataDir]);
  const before = await connect((await ready).queueUrl ?? '');
  before.on('error', () => undefined);
  await before.query('CREATE TABLE jobs (id int PRIMARY KEY)');
  await before.query('INSERT INTO jobs VALUES (7)');
  await endChild(child, 'SIGKILL');

  const stack = await startLocalStack({ dataDir });
  const after = await connect(stack.queueUrl ?? '');
  after.on('error', () => undefined);
  expect((await after.query('SELECT id FROM jobs')).rows).toEqual([{ id: 7 }]);
  await stack.stop();
});

/** Commits three transactions and rolls back the last. */
async function addInTransaction(client: Client, id: number): Promise<void> {
  await client.query('BEGIN');
  await client.query('INSERT INTO jobs VALUES ($1, false)', [id]);
  await client.query(id === 3 ? 'ROLLBACK' : 'COMMIT');
}
