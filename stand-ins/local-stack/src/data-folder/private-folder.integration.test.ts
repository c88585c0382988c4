import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalStack } from '../start-local-stack.ts';
import { captureRejection, makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { endChild, startMain } from '../testing/start-main.ts';

const isWindows = process.platform === 'win32';

async function makeFolder(): Promise<string> {
  const root = await makeTemporaryFolder();
  onTestFinished(() => rm(root, { recursive: true }));
  return join(root, 'data');
}

/** What others than the owner may read, write or enter in a folder, itself included. */
async function findOpen(folder: string): Promise<string[]> {
  const names = ['.', ...(await readdir(folder, { recursive: true }))];
  const open: string[] = [];
  for (const name of names) {
    const { mode } = await lstat(join(folder, name));
    if ((mode & 0o077) !== 0) open.push(`${(mode & 0o777).toString(8)} ${name}`);
  }
  return open;
}

async function useDatabase(mongodbUrl: string): Promise<void> {
  const client = await MongoClient.connect(mongodbUrl);
  await client.db().collection('things').insertOne({ a: 1 });
  expect(await client.db().collection('things').countDocuments()).toBeGreaterThan(0);
  await client.close();
}

async function useQueue(queueUrl: string | null): Promise<void> {
  const client = new Client({ connectionString: queueUrl ?? '' });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS jobs (id int PRIMARY KEY)');
  await client.query('CHECKPOINT');
  await client.end();
}

// The second time PGlite writes the caches of a database that is there.
test.skipIf(isWindows)(
  'only the owner may read what the stack keeps, while it runs and afterwards, each time',
  async () => {
    const dataDir = await makeFolder();
    for (let time = 1; time <= 2; time += 1) {
      const { child, ready } = startMain(['--data-dir', dataDir]);
      const { mongodbUrl, queueUrl } = await ready;
      await useDatabase(mongodbUrl);
      await useQueue(queueUrl);
      expect(await readdir(dataDir)).toEqual(
        expect.arrayContaining(['database.sqlite-wal', 'database.sqlite-shm', 'password', 'queue']),
      );
      expect(await findOpen(dataDir)).toEqual([]);
      await endChild(child, 'SIGTERM');
      expect(await findOpen(dataDir)).toEqual([]);
    }
  },
);

test.skipIf(process.platform !== 'linux')('whatever else the process creates is for its owner only', async () => {
  const { child, ready } = startMain(['--data-dir', await makeFolder(), '--database-only']);
  await ready;
  expect(await readFile(`/proc/${child.pid}/status`, 'utf8')).toMatch(/^Umask:\t0077$/m);
  await endChild(child, 'SIGTERM');
});

test.skipIf(isWindows)('a folder that others may read is closed to them when the stack opens it', async () => {
  const dataDir = await makeFolder();
  const first = startMain(['--data-dir', dataDir]);
  await useDatabase((await first.ready).mongodbUrl);
  // Killed, so that the files beside the database stay.
  await endChild(first.child, 'SIGKILL');
  await mkdir(join(dataDir, 'logs'));
  await writeFile(join(dataDir, 'logs', 'worker.log'), 'a line');
  for (const name of await readdir(dataDir, { recursive: true })) {
    const path = join(dataDir, name);
    await chmod(path, (await stat(path)).isDirectory() ? 0o755 : 0o644);
  }
  await chmod(dataDir, 0o755);
  const second = startMain(['--data-dir', dataDir]);
  await useDatabase((await second.ready).mongodbUrl);
  expect(await findOpen(dataDir)).toEqual([]);
  await endChild(second.child, 'SIGTERM');
});

test.skipIf(isWindows)('what is not of the stack keeps its rights, also behind a link', async () => {
  const dataDir = await makeFolder();
  const outside = join(dataDir, '..', 'outside');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  await writeFile(outside, '');
  await writeFile(join(dataDir, 'tool.sh'), '');
  for (const path of [outside, join(dataDir, 'tool.sh')]) await chmod(path, 0o755);
  await symlink(outside, join(dataDir, 'logs', 'link'));
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  await stack.stop();
  for (const path of [outside, join(dataDir, 'tool.sh')]) expect((await stat(path)).mode & 0o777).toBe(0o755);
});

test.skipIf(isWindows)('a folder that is shared on purpose stays open, the files in it do not', async () => {
  const dataDir = await makeFolder();
  await mkdir(dataDir);
  await chmod(dataDir, 0o1777);
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  await useDatabase(stack.mongodbUrl);
  expect(await findOpen(dataDir)).toEqual(['777 .']);
  await stack.stop();
});

test.skipIf(isWindows)('a data folder behind a link is closed to others too', async () => {
  const dataDir = await makeFolder();
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);
  await symlink(dataDir, `${dataDir}-link`);
  const stack = await startLocalStack({ dataDir: `${dataDir}-link`, databaseOnly: true });
  expect(await findOpen(dataDir)).toEqual([]);
  await stack.stop();
});

test('a second start in one process leaves the lock of the first', async () => {
  const dataDir = await makeFolder();
  const stack = await startLocalStack({ dataDir, databaseOnly: true });
  await captureRejection(startLocalStack({ dataDir, databaseOnly: true }));
  const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
  onTestFinished(() => void child.kill());
  expect(await captureRejection(ready)).toBeInstanceOf(Error);
  await stack.stop();
});
