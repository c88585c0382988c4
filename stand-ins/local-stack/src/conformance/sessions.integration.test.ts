import { MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

// Manual: reference/command/hello
test('hello describes the primary of a replica set with sessions', async () => {
  const hello = await endpoint.db.admin().command({ hello: 1 });
  expect(hello).toMatchObject({ isWritablePrimary: true, logicalSessionTimeoutMinutes: 30, ok: 1 });
  expect(hello['hosts']).toContain(hello['me']);
  expect(typeof hello['setName']).toBe('string');
  expect(await endpoint.db.command({ isMaster: 1 })).toMatchObject({ ismaster: true });
  expect(await endpoint.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  expect((await endpoint.db.admin().buildInfo())['versionArray']).toHaveLength(4);
});

// Manual: reference/command/listDatabases
test('databases are listed once they hold a collection, and are gone when dropped', async () => {
  const name = `listed_${new ObjectId().toHexString()}`;
  const listNames = async () =>
    (await endpoint.db.admin().listDatabases({ nameOnly: true })).databases.map((entry) => entry.name);
  expect(await listNames()).not.toContain(name);
  await endpoint.client.db(name).collection('c').insertOne({});
  expect(await listNames()).toContain(name);
  await endpoint.client.db(name).dropDatabase();
  expect(await listNames()).not.toContain(name);
});

// Manual: reference/command/killSessions
test('the end of a session aborts its open transaction', async () => {
  const things = await endpoint.db.createCollection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
  const client = await MongoClient.connect(endpoint.url);
  const session = client.startSession();
  session.startTransaction();
  await client
    .db(endpoint.db.databaseName)
    .collection<{ _id: number }>(things.collectionName)
    .insertOne({ _id: 1 }, { session });
  const { id } = session;
  await client.db('admin').command({ killSessions: [id] });
  expect(await captureRejection(session.commitTransaction())).toMatchObject({ code: 251 });
  await things.insertOne({ _id: 1 });
  await client.close();
});

// Manual: core/transactions
test('a change of a collection waits for the transactions that use it', async () => {
  const things = await endpoint.db.createCollection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
  await things.insertOne({ _id: 1 });
  const session = endpoint.client.startSession();
  session.startTransaction();
  await things.findOne({}, { session });
  const drop = endpoint.db.command({ drop: things.collectionName, maxTimeMS: 50 });
  expect(await captureRejection(drop)).toMatchObject({ code: 50 });
  const dropped = things.drop();
  await session.commitTransaction();
  await session.endSession();
  expect(await dropped).toBe(true);
  expect(await things.countDocuments()).toBe(0);
});

// Manual: reference/command/drop
test('a collection that is dropped and created again is empty and has no indexes', async () => {
  const name = `c${new ObjectId().toHexString()}`;
  const things = endpoint.db.collection(name);
  await things.createIndex({ a: 1 });
  await things.insertOne({ a: 1 });
  await things.drop();
  await things.insertOne({ a: 2 });
  expect(await things.indexes()).toHaveLength(1);
  expect(await things.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ a: 2 }]);
});

// Manual: reference/write-concern
test('a write with j: true is acknowledged like any other', async () => {
  const things = endpoint.db.collection(`c${new ObjectId().toHexString()}`);
  await things.insertOne({ a: 1 }, { writeConcern: { journal: true } });
  await endpoint.client.withSession((session) =>
    session.withTransaction(() => things.updateOne({}, { $inc: { a: 1 } }, { session }), {
      writeConcern: { w: 'majority', journal: true },
    }),
  );
  expect(await things.findOne()).toMatchObject({ a: 2 });
});

// Manual: reference/write-concern
test('a write with w: 0 is executed, although it gets no reply', async () => {
  const things = endpoint.db.collection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
  await things.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
  await expect.poll(() => things.countDocuments()).toBe(1);
});
