import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { MongoClient } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { attachOrSpawn } from './attach-or-spawn.ts';
import { type LocalStackOptions, startLocalStack } from './start-local-stack.ts';
import { captureRejection, makeTemporaryFolder } from './testing/open-test-endpoint.ts';
import { endChild, startMain } from './testing/start-main.ts';

async function createTemporaryFolder(): Promise<string> {
  const dataDir = await makeTemporaryFolder();
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function start(options: LocalStackOptions) {
  const stack = await startLocalStack({ databaseOnly: true, ...options });
  onTestFinished(() => stack.stop());
  return stack;
}

async function countThings(mongodbUrl: string): Promise<number> {
  const client = await MongoClient.connect(mongodbUrl);
  const count = await client.db().collection('things').countDocuments();
  await client.close();
  return count;
}

test('data, indexes and options are there again after a restart', async () => {
  const dataDir = await createTemporaryFolder();
  const first = await startLocalStack({ dataDir, databaseOnly: true });
  const client = await MongoClient.connect(first.mongodbUrl);
  const things = client.db().collection('things');
  await things.createIndex({ tags: 1 });
  await things.insertMany([{ tags: ['a', 'b'] }, { tags: 'a' }]);
  await client.close();
  await first.stop();
  const second = await start({ dataDir });
  const again = await MongoClient.connect(second.mongodbUrl);
  expect(await again.db().collection('things').indexes()).toHaveLength(2);
  expect(
    await again
      .db()
      .collection('things')
      .countDocuments({ tags: { $gte: 'b', $lte: 'b' } }),
  ).toBe(1);
  await again.close();
});

test('a folder that is in use is refused, naming the process', async () => {
  const dataDir = await createTemporaryFolder();
  await start({ dataDir });
  const failure = await captureRejection(startLocalStack({ dataDir, databaseOnly: true }));
  expect(failure).toMatchObject({ code: 'DATA_FOLDER_IN_USE', details: { processId: process.pid } });
  expect(String(failure)).toContain(`process ${process.pid}`);
});

test('a folder of a newer version is refused and not changed', async () => {
  const dataDir = await createTemporaryFolder();
  const mark = JSON.stringify({ formatVersion: 99 });
  await writeFile(join(dataDir, 'format.json'), mark);
  const failure = await captureRejection(startLocalStack({ dataDir, databaseOnly: true }));
  expect(failure).toMatchObject({ code: 'DATA_FOLDER_TOO_NEW', details: { formatVersion: 99 } });
  expect(await readFile(join(dataDir, 'format.json'), 'utf8')).toBe(mark);
});

test('a version file that cannot be read prevents the start', async () => {
  const dataDir = await createTemporaryFolder();
  await writeFile(join(dataDir, 'format.json'), 'no json');
  expect(isAppError(await captureRejection(startLocalStack({ dataDir })), 'DATA_FOLDER_TOO_NEW')).toBe(true);
});

test('a port in use is named in the error, and the folder is released', async () => {
  const dataDir = await createTemporaryFolder();
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const failure = await captureRejection(startLocalStack({ dataDir, databaseOnly: true, mongodbPort: port }));
  expect(failure).toMatchObject({ code: 'PORT_IN_USE', details: { option: 'mongodb-port', port } });
  await start({ dataDir });
});

test('a command uses a running stack and leaves it running', async () => {
  const dataDir = await createTemporaryFolder();
  const stack = await start({ dataDir });
  const attached = await attachOrSpawn({ dataDir, databaseOnly: true });
  expect(attached.mongodbUrl).toBe(stack.mongodbUrl);
  await attached.close();
  expect(await countThings(stack.mongodbUrl)).toBe(0);
  expect(await captureRejection(attachOrSpawn({ dataDir }))).toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
});

test('a command starts a stack when none is running, and stops it afterwards', async () => {
  const dataDir = await createTemporaryFolder();
  const spawned = await attachOrSpawn({ dataDir, databaseOnly: true });
  expect(spawned.queueUrl).toBeNull();
  expect(await countThings(spawned.mongodbUrl)).toBe(0);
  await spawned.close();
  await start({ dataDir });
});

test('commands that start at the same moment share one stack', async () => {
  const dataDir = await createTemporaryFolder();
  const attached = await Promise.all([1, 2, 3].map(() => attachOrSpawn({ dataDir, databaseOnly: true })));
  expect(new Set(attached.map(({ mongodbUrl }) => mongodbUrl)).size).toBe(1);
  await Promise.all(attached.map((stack) => stack.close()));
});

test('a command reports why no stack could be started', async () => {
  const dataDir = await createTemporaryFolder();
  await writeFile(join(dataDir, 'format.json'), JSON.stringify({ formatVersion: 99 }));
  expect(await captureRejection(attachOrSpawn({ dataDir }))).toMatchObject({ code: 'DATA_FOLDER_TOO_NEW' });
});

test('a killed stack leaves no lock behind', async () => {
  const dataDir = await createTemporaryFolder();
  const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
  const { mongodbUrl } = await ready;
  await endChild(child, 'SIGKILL');
  const spawned = await attachOrSpawn({ dataDir, databaseOnly: true });
  expect(spawned.mongodbUrl).not.toBe(mongodbUrl);
  await spawned.close();
});

test('the file of a killed stack is not taken for a running one, even when its process id is in use again', async () => {
  const dataDir = await createTemporaryFolder();
  const left = {
    pid: process.pid,
    mongodbUrl: 'mongodb://127.0.0.1:1/coliseum',
    queueUrl: null,
    startedAt: '2026-11-22T00:00:00.000Z',
  };
  await writeFile(join(dataDir, 'stack.json'), JSON.stringify(left));
  const stack = await start({ dataDir });
  expect(JSON.parse(await readFile(join(dataDir, 'stack.json'), 'utf8'))).toMatchObject({
    mongodbUrl: stack.mongodbUrl,
  });
  await writeFile(join(dataDir, 'stack.json'), 'half a li');
  expect(await captureRejection(startLocalStack({ dataDir }))).toMatchObject({
    code: 'DATA_FOLDER_IN_USE',
    details: { processId: null },
  });
});

test('the command line prints the URLs and ends cleanly on a signal', async () => {
  const dataDir = await createTemporaryFolder();
  const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  const { mongodbUrl, queueUrl } = await ready;
  expect(queueUrl).toBeNull();
  expect(await endChild(child, 'SIGINT')).toBe(0);
  expect(Buffer.concat(printed).toString()).toBe(`MONGODB_URL=${mongodbUrl}\n`);
});

test('the command line prints the code of a failure and exits with 1', async () => {
  const dataDir = await createTemporaryFolder();
  await writeFile(join(dataDir, 'format.json'), JSON.stringify({ formatVersion: 99 }));
  const { child, ready } = startMain(['--data-dir', dataDir]);
  ready.catch(() => undefined);
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(Buffer.concat(complaints).toString()).toMatch(/^DATA_FOLDER_TOO_NEW: /);
});
