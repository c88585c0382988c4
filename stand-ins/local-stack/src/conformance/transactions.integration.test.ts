import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTransaction } from '../testing/open-session.ts';
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
test('nobody else sees a transaction before it commits, and everybody sees all of it afterwards', async () => {
  const things = await createFreshCollection();
  await things.insertOne({ _id: 1, n: 1 });
  const session = begin();
  await things.insertOne({ _id: 2, n: 2 }, { session });
  await things.updateOne({ _id: 1 }, { $set: { n: 10 } }, { session });
  expect(await things.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  expect(await things.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, n: 10 },
    { _id: 2, n: 2 },
  ]);
  await session.commitTransaction();
  expect(await things.find().sort({ _id: -1 }).toArray()).toEqual([
    { _id: 2, n: 2 },
    { _id: 1, n: 10 },
  ]);
});

// Manual: core/transactions
test('an aborted transaction leaves no documents and frees its keys', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ n: 1 }, { unique: true }, {});
  const session = begin();
  await things.insertOne({ _id: 1, n: 1 }, { session });
  await session.abortTransaction();
  expect(await things.countDocuments()).toBe(0);
  await things.insertOne({ _id: 1, n: 1 });
});

// Manual: core/transactions
test('a transaction reads the state it began with', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ n: 1 });
  await things.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]);
  const session = begin();
  expect(await things.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
  await things.updateOne({ _id: 1 }, { $set: { n: 9 } });
  await things.deleteOne({ _id: 2 });
  await things.insertOne({ _id: 3, n: 3 });
  const seen = await things
    .find({ n: { $gt: 0 } }, { session })
    .sort({ n: 1 })
    .toArray();
  expect(seen).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]);
  expect(await things.countDocuments({}, { session })).toBe(2);
  await session.commitTransaction();
});

// Manual: core/transactions
test('a transaction finds, sorts and counts its own writes, through indexes too', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ n: 1 });
  await things.insertMany(Array.from({ length: 30 }, (_, n) => ({ _id: n, n })));
  const session = begin();
  await things.updateMany({ n: { $lt: 10 } }, { $inc: { n: 100 } }, { session });
  await things.deleteMany({ n: { $gte: 20, $lt: 30 } }, { session });
  await things.insertOne({ _id: 99, n: 15 }, { session });
  const found = await things
    .find({ n: { $gte: 15 } }, { session })
    .sort({ n: -1, _id: 1 })
    .toArray();
  expect(found.map(({ n }) => n)).toEqual([109, 108, 107, 106, 105, 104, 103, 102, 101, 100, 19, 18, 17, 16, 15, 15]);
  await session.abortTransaction();
});

// Manual: core/transactions-production-consideration
test('the second transaction to write a document fails with a transient error', async () => {
  const things = await createFreshCollection();
  await things.insertOne({ _id: 1, n: 0 });
  const [first, second] = [begin(), begin()];
  await things.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
  const failure = await captureRejection(things.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: second }));
  expect(failure).toMatchObject({ code: 112, codeName: 'WriteConflict', errorLabels: ['TransientTransactionError'] });
  await first.commitTransaction();
  expect(await captureRejection(second.commitTransaction())).toMatchObject({ code: 251 });
  expect(await things.findOne()).toEqual({ _id: 1, n: 1 });
});

// Manual: core/transactions-production-consideration
test('a document that was written after the transaction began cannot be written in it', async () => {
  const things = await createFreshCollection();
  await things.insertOne({ _id: 1, n: 0 });
  const session = begin();
  await things.findOne({ _id: 1 }, { session });
  await things.updateOne({ _id: 1 }, { $inc: { n: 1 } });
  expect(await captureRejection(things.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }))).toMatchObject({
    code: 112,
  });
});

// Manual: core/transactions
test('two open transactions that insert the same unique key conflict; a committed key is a duplicate', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ n: 1 }, { unique: true }, {});
  await things.insertOne({ _id: 0, n: 0 });
  const [first, second, third] = [begin(), begin(), begin()];
  await things.insertOne({ _id: 1, n: 7 }, { session: first });
  expect(await captureRejection(things.insertOne({ _id: 2, n: 7 }, { session: second }))).toMatchObject({ code: 112 });
  expect(await captureRejection(things.insertOne({ _id: 3, n: 0 }, { session: third }))).toMatchObject({ code: 11000 });
  await first.commitTransaction();
});

// Manual: core/transactions
test('a key freed inside a transaction can be used again inside it', async () => {
  const things = await createFreshCollection();
  await things.createIndex({ n: 1 }, { unique: true }, {});
  await things.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]);
  const session = begin();
  await things.updateOne({ _id: 1 }, { $set: { n: 3 } }, { session });
  await things.updateOne({ _id: 2 }, { $set: { n: 1 } }, { session });
  expect(await captureRejection(things.insertOne({ _id: 4, n: 3 }, { session }))).toMatchObject({ code: 11000 });
  const again = begin();
  await things.updateOne({ _id: 1 }, { $set: { n: 3 } }, { session: again });
  await things.updateOne({ _id: 2 }, { $set: { n: 1 } }, { session: again });
  await again.commitTransaction();
  expect(await things.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, n: 3 },
    { _id: 2, n: 1 },
  ]);
});

// Manual: core/transactions-production-consideration
test('a plain write waits for the transaction that holds the document', async () => {
  const things = await createFreshCollection();
  await things.insertOne({ _id: 1, n: 1 });
  const session = begin();
  await things.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
  const waiting = things.updateOne({ _id: 1 }, { $mul: { n: 10 } });
  expect(await captureRejection(things.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { maxTimeMS: 50 }))).toMatchObject({
    code: 50,
  });
  await session.commitTransaction();
  expect(await waiting).toMatchObject({ modifiedCount: 1 });
  expect(await things.findOne()).toEqual({ _id: 1, n: 20 });
});

// Manual: core/transactions
test('an error ends the transaction', async () => {
  const things = await createFreshCollection();
  const session = begin();
  await things.insertOne({ _id: 1, n: 1 }, { session });
  expect(await captureRejection(things.insertOne({ _id: 1, n: 1 }, { session }))).toMatchObject({ code: 11000 });
  expect(await captureRejection(things.findOne({}, { session }))).toMatchObject({
    code: 251,
    codeName: 'NoSuchTransaction',
    errorLabels: ['TransientTransactionError'],
  });
  await session.abortTransaction();
  expect(await things.countDocuments()).toBe(0);
});

// Manual: core/transactions-operations
test('count is refused inside a transaction, countDocuments is not', async () => {
  const things = await createFreshCollection();
  const session = begin();
  await things.insertOne({ _id: 1, n: 1 }, { session });
  expect(await things.countDocuments({}, { session })).toBe(1);
  const command = { count: things.collectionName };
  expect(await captureRejection(endpoint.db.command(command, { session }))).toMatchObject({ code: 263 });
});

// Manual: core/transactions-operations
test('a cursor opened in a transaction is read in it', async () => {
  const things = await createFreshCollection();
  await things.insertMany(Array.from({ length: 10 }, (_, n) => ({ _id: n, n })));
  const session = begin();
  const cursor = things.find({}, { session, batchSize: 2 });
  expect(await cursor.next()).toMatchObject({ _id: 0 });
  await things.deleteMany({});
  expect((await cursor.toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await session.commitTransaction();
});

// Manual: core/transactions
test('no increment of concurrent transactions is lost', async () => {
  const things = await createFreshCollection();
  await things.insertOne({ _id: 1, n: 0 });
  const add = () =>
    endpoint.client.withSession((session) =>
      session.withTransaction(async () => {
        const { n } = (await things.findOne({ _id: 1 }, { session })) ?? { n: Number.NaN };
        await things.updateOne({ _id: 1 }, { $set: { n: n + 1 } }, { session });
      }),
    );
  await Promise.all(Array.from({ length: 12 }, add));
  expect(await things.findOne()).toEqual({ _id: 1, n: 12 });
});

// Manual: core/transactions
test('a repeated commit succeeds, and an abort after a commit is refused', async () => {
  const things = await createFreshCollection();
  const session = begin();
  await things.insertOne({ _id: 1, n: 1 }, { session });
  await session.commitTransaction();
  await session.commitTransaction();
  const abort = endpoint.client.db('admin').command({ abortTransaction: 1 }, { session });
  expect(await captureRejection(abort)).toMatchObject({ code: 256, codeName: 'TransactionCommitted' });
  expect(await things.countDocuments()).toBe(1);
});
