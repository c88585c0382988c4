import { rm } from 'node:fs/promises';
import { type Db, MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from './testing/open-test-endpoint.ts';
import { endChild, startMain } from './testing/start-main.ts';
import { readTestScale } from './testing/test-scale.ts';

type Thing = { readonly _id: string; readonly n: number };

/** Everything the server acknowledged, which has to survive a crash. */
type Acknowledged = { readonly inserts: string[]; readonly pairs: string[]; increments: number };

const ROUNDS = 4 * readTestScale();
const ROUND_MS = 20_000;

test(
  'after kill -9 amid writes, every acknowledged write is there and no half of a transaction',
  { timeout: ROUNDS * ROUND_MS },
  async () => {
    const dataDir = await makeTemporaryFolder();
    const acknowledged: Acknowledged = { inserts: [], pairs: [], increments: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
      const { mongodbUrl } = await ready;
      const client = await MongoClient.connect(mongodbUrl, { serverSelectionTimeoutMS: 2_000, retryWrites: false });
      const db = client.db('crash');
      await checkSurvivors(db, acknowledged);
      await db.collection('things').createIndex({ n: 1, half: 1 });
      const before = countAcknowledged(acknowledged);
      const writers = [
        writeInserts(db, round, acknowledged),
        writePairs(client, round, acknowledged),
        writeIncrements(db, acknowledged),
      ];
      // A different number each round, so that the kill hits the writers at different moments.
      const wanted = before + 40 + ((round * 37) % 61);
      await expect
        .poll(() => countAcknowledged(acknowledged), { timeout: ROUND_MS, interval: 5 })
        .toBeGreaterThan(wanted);
      await endChild(child, 'SIGKILL');
      await Promise.all(writers);
      await client.close();
    }
    const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
    const client = await MongoClient.connect((await ready).mongodbUrl);
    await checkSurvivors(client.db('crash'), acknowledged);
    await client.close();
    expect(await endChild(child, 'SIGTERM')).toBe(0);
    await rm(dataDir, { recursive: true });
  },
);

test('after kill -9, collections and indexes of a committed transaction are there, even if its write concern was not met', async () => {
  const dataDir = await makeTemporaryFolder();
  const start = async () => {
    const { child, ready } = startMain(['--data-dir', dataDir, '--database-only']);
    const client = await MongoClient.connect((await ready).mongodbUrl);
    return { child, client, things: client.db('crash').collection<Thing>('created') };
  };
  const before = await start();
  const session = before.client.startSession();
  session.startTransaction({ writeConcern: { w: 2 } });
  const validator = { n: { $gt: 0 } };
  await before.client.db('crash').createCollection('created', { validator, session });
  await before.things.createIndex({ n: 1 }, { unique: true }, { session });
  await before.things.insertOne({ _id: 'kept', n: 1 }, { session });
  await expect(session.commitTransaction()).rejects.toMatchObject({ code: 100 });
  await endChild(before.child, 'SIGKILL');
  await before.client.close();

  const { child, client, things } = await start();
  expect(await things.find({ n: 1 }).hint('n_1').toArray()).toEqual([{ _id: 'kept', n: 1 }]);
  await expect(things.insertOne({ _id: 'twice', n: 1 })).rejects.toMatchObject({ code: 11_000 });
  await expect(things.insertOne({ _id: 'invalid', n: 0 })).rejects.toMatchObject({ code: 121 });
  await client.close();
  expect(await endChild(child, 'SIGTERM')).toBe(0);
  await rm(dataDir, { recursive: true });
});

function countAcknowledged({ inserts, pairs, increments }: Acknowledged): number {
  return inserts.length + pairs.length + increments;
}

async function checkSurvivors(db: Db, acknowledged: Acknowledged): Promise<void> {
  const found = new Set((await db.collection<Thing>('things').find().toArray()).map(({ _id }) => _id));
  expect(acknowledged.inserts.filter((id) => !found.has(id))).toEqual([]);
  const collectHalves = (side: string): Set<string> =>
    new Set([...found].filter((id) => id.startsWith(side)).map((id) => id.slice(side.length)));
  const [left, right] = [collectHalves('left'), collectHalves('right')];
  expect(left).toEqual(right);
  expect(acknowledged.pairs.filter((id) => !left.has(id))).toEqual([]);
  const counter = await db.collection<Thing>('counters').findOne({ _id: 'counter' });
  expect(counter?.n ?? 0).toBeGreaterThanOrEqual(acknowledged.increments);
  // The one increment that was in flight may have been done or not; both are right.
  acknowledged.increments = counter?.n ?? 0;
  const { n: pairs = 0 } = (await db.collection<Thing>('counters').findOne({ _id: 'pairs' })) ?? {};
  expect(left.size).toBe(pairs);
}

async function writeInserts(db: Db, round: number, { inserts }: Acknowledged): Promise<void> {
  await repeatUntilGone(async (n) => {
    const _id = `plain:${round}:${n}`;
    await db.collection<Thing>('things').insertOne({ _id, n });
    inserts.push(_id);
  });
}

/** Two inserts and the count of them, in one transaction. */
async function writePairs(client: MongoClient, round: number, { pairs }: Acknowledged): Promise<void> {
  const things = client.db('crash').collection<Thing>('things');
  const counters = client.db('crash').collection<Thing>('counters');
  await repeatUntilGone(async (n) => {
    const session = client.startSession();
    session.startTransaction();
    await things.insertOne({ _id: `left:${round}:${n}`, n }, { session });
    await counters.updateOne({ _id: 'pairs' }, { $inc: { n: 1 } }, { session, upsert: true });
    await things.insertOne({ _id: `right:${round}:${n}`, n }, { session });
    await session.commitTransaction();
    pairs.push(`:${round}:${n}`);
    await session.endSession();
  });
}

async function writeIncrements(db: Db, acknowledged: Acknowledged): Promise<void> {
  await repeatUntilGone(async () => {
    await db.collection<Thing>('counters').updateOne({ _id: 'counter' }, { $inc: { n: 1 } }, { upsert: true });
    acknowledged.increments += 1;
  });
}

/** Writes until the server is gone. */
async function repeatUntilGone(write: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; ; n += 1) {
    try {
      await write(n);
    } catch {
      return;
    }
  }
}
