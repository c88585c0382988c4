import { rm } from 'node:fs/promises';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from './testing/open-test-endpoint.ts';
import { endChild, startMain } from './testing/start-main.ts';

type Pair = { readonly _id: string; readonly round: number; readonly n: number };

const ROUNDS = 4;

test('kill -9 in the middle of writes: what was acknowledged is there, and no half of a transaction', async () => {
  const dataDir = await makeTemporaryFolder();
  const acknowledged: string[] = [];
  const committed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
    const { mongodbUrl } = await ready;
    const client = await MongoClient.connect(mongodbUrl, { serverSelectionTimeoutMS: 500, retryWrites: false });
    const things = client.db('crash').collection<Pair>('things');
    await checkSurvivors(things.find().toArray(), acknowledged, committed);
    await things.createIndex({ round: 1, n: 1, half: 1 });
    const writers = [writePlain(client, round, acknowledged), writePairs(client, round, committed)];
    await expect
      .poll(() => acknowledged.length + committed.length, { timeout: 20_000 })
      .toBeGreaterThan((round + 1) * 40);
    await endChild(child, 'SIGKILL');
    await Promise.all(writers);
    await client.close();
  }
  const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
  const client = await MongoClient.connect((await ready).mongodbUrl);
  await checkSurvivors(client.db('crash').collection<Pair>('things').find().toArray(), acknowledged, committed);
  await client.close();
  expect(await endChild(child, 'SIGTERM')).toBe(0);
  await rm(dataDir, { recursive: true });
});

async function checkSurvivors(
  reading: Promise<readonly Pair[]>,
  acknowledged: readonly string[],
  committed: readonly number[],
): Promise<void> {
  const found = new Set((await reading).map(({ _id }) => _id));
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  const halves = [...found].filter((id) => id.startsWith('left:')).map((id) => id.replace('left', 'right'));
  expect(halves.filter((id) => !found.has(id))).toEqual([]);
  expect([...found].filter((id) => id.startsWith('right:'))).toHaveLength(halves.length);
  expect(halves.length).toBeGreaterThanOrEqual(committed.length);
}

/** Writes until the server is gone, and notes each write that was acknowledged. */
async function writePlain(client: MongoClient, round: number, acknowledged: string[]): Promise<void> {
  const things = client.db('crash').collection<Pair>('things');
  await untilGone(async (n) => {
    const _id = `plain:${round}:${n}`;
    await things.insertOne({ _id, round, n });
    acknowledged.push(_id);
  });
}

async function writePairs(client: MongoClient, round: number, committed: number[]): Promise<void> {
  const things = client.db('crash').collection<Pair>('things');
  await untilGone(async (n) => {
    const session = client.startSession();
    session.startTransaction();
    await things.insertOne({ _id: `left:${round}:${n}`, round, n }, { session });
    await things.insertOne({ _id: `right:${round}:${n}`, round, n }, { session });
    await session.commitTransaction();
    committed.push(n);
    await session.endSession();
  });
}

async function untilGone(write: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; ; n += 1) {
    try {
      await write(n);
    } catch {
      return;
    }
  }
}
