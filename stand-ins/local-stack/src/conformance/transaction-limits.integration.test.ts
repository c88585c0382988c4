import { Long, ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, openTransaction } from '../testing/open-session.ts';
import { captureRejection, openTestEndpoint, type TestEndpoint } from '../testing/open-test-endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

async function createFreshCollection() {
  return endpoint.db.createCollection<{ _id: number; n: number }>(`c${new ObjectId().toHexString()}`);
}

function begin() {
  return openTransaction(endpoint.client);
}

// Manual: core/transactions
test('a collection created after the transaction began is not in its snapshot', async () => {
  const [known, later] = [await createFreshCollection(), `c${new ObjectId().toHexString()}`];
  const session = begin();
  await known.findOne({}, { session });
  await endpoint.db.createCollection(later);
  const failure = await captureRejection(endpoint.db.collection(later).findOne({}, { session }));
  expect(failure).toMatchObject({ code: 246, errorLabels: ['TransientTransactionError'] });
});

// Manual: core/indexes/index-types/index-multikey
test('a document that an index cannot hold fails with its statement', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ a: 1, b: 1 });
  const session = begin();
  const insert = { insert: things.collectionName, documents: [{ a: [1], b: [2] }] };
  const reply = await endpoint.db.command(insert, { session });
  expect(reply).toMatchObject({ n: 0, writeErrors: [{ code: 171 }] });
});

// Manual: core/transactions-operations
test('a collection created by an insert in a transaction exists once it commits, and not if it aborts', async () => {
  const listNames = async () =>
    (await endpoint.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const [kept, dropped] = [`c${new ObjectId().toHexString()}`, `c${new ObjectId().toHexString()}`];
  const things = endpoint.db.collection<{ _id: number; n: number }>(kept);
  const session = begin();
  await things.insertMany(
    [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
    { session },
  );
  await things.updateOne({ _id: 1 }, { $inc: { n: 5 } }, { session });
  expect(
    await things
      .find({ n: { $gt: 1 } }, { session })
      .sort({ n: -1 })
      .toArray(),
  ).toEqual([
    { _id: 1, n: 6 },
    { _id: 2, n: 2 },
  ]);
  expect(await listNames()).not.toContain(kept);
  await session.commitTransaction();
  expect(await listNames()).toContain(kept);
  expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, n: 6 });

  const aborted = begin();
  await endpoint.db.collection(dropped).insertOne({}, { session: aborted });
  await aborted.abortTransaction();
  expect(await listNames()).not.toContain(dropped);
});

// Manual: core/transactions-operations
test('of transactions that create the same collection, those that lose can be retried', async () => {
  const things = endpoint.db.collection<{ _id: number }>(`c${new ObjectId().toHexString()}`);
  const insert = (_id: number) =>
    endpoint.client.withSession((session) => session.withTransaction(() => things.insertOne({ _id }, { session })));
  await Promise.all([insert(1), insert(2), insert(3)]);
  expect(await things.countDocuments()).toBe(3);
});

// Manual: reference/command/update
test('updates and deletes that match nothing create no collection', async () => {
  const name = `c${new ObjectId().toHexString()}`;
  const things = endpoint.db.collection(name);
  expect(await things.updateMany({}, { $set: { a: 1 } })).toMatchObject({ matchedCount: 0 });
  expect(await things.findOneAndUpdate({}, { $set: { a: 1 } })).toBeNull();
  expect(await things.deleteMany({})).toMatchObject({ deletedCount: 0 });
  expect(await endpoint.db.listCollections({ name }).toArray()).toEqual([]);
});

// Manual: core/transactions
test('a transaction number can be started only once', async () => {
  const things = await createFreshCollection();
  const session = begin();
  await things.insertOne({ _id: 1, n: 1 }, { session });
  await session.commitTransaction();
  const txnNumber = Long.fromNumber(session.serverSession.txnNumber);
  const again = { txnNumber, autocommit: false, startTransaction: true };
  const command = { insert: things.collectionName, documents: [{ _id: 2 }], ...again };
  expect(await captureRejection(endpoint.db.command(command, { session }))).toMatchObject({ code: 50_911 });
  expect(await things.countDocuments()).toBe(1);
});

// Manual: reference/read-concern
test.each([['majority'], ['local'], ['snapshot']] as const)('a transaction may read with %s', async (level) => {
  const things = await createFreshCollection();
  const session = openSession(endpoint.client);
  session.startTransaction({ readConcern: { level } });
  expect(await things.findOne({}, { session })).toBeNull();
  await session.commitTransaction();
});

// Manual: core/transactions
test('only the first command of a transaction may have a read concern, and none a write concern', async () => {
  const things = await createFreshCollection();
  const find = { find: things.collectionName };
  for (const concern of [{ readConcern: { level: 'local' } }, { writeConcern: { w: 1 } }]) {
    const session = begin();
    await things.findOne({}, { session });
    const second = endpoint.db.command({ ...find, ...concern }, { session });
    expect(await captureRejection(second)).toMatchObject({ code: 72, codeName: 'InvalidOptions' });
    await session.abortTransaction();
  }
  const session = begin();
  const linearizable = { ...find, readConcern: { level: 'linearizable' } };
  expect(await captureRejection(endpoint.db.command(linearizable, { session }))).toMatchObject({ code: 72 });
});
